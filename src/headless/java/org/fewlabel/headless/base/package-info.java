/**
 * Stand-ins for the few nodes of KNIME that test workflows need, known by the class names of KNIME's factories and
 * reading KNIME's own settings. A setting that is not supported is an error, never ignored.
 */
package org.fewlabel.headless.base;

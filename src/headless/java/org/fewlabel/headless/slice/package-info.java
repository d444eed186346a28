/**
 * Access to parts of the stand-in for KNIME's core that KNIME's API does not expose, for code that runs nodes.
 */
package org.fewlabel.headless.slice;

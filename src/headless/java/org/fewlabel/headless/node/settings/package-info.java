/** How parameters are written to settings and read from them: the keys, types and order that KNIME uses. */
package org.fewlabel.headless.node.settings;

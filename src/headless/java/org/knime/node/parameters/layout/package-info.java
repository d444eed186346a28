/** The layout of the controls of a dialog. */
package org.knime.node.parameters.layout;

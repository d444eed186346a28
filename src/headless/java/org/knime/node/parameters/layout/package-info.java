/** Where the controls of a dialog are. */
package org.knime.node.parameters.layout;

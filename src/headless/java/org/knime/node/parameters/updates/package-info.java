/** How the controls of a dialog depend on each other. */
package org.knime.node.parameters.updates;

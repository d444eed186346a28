/** Nodes that are declared in one go: name, description, ports and model. */
package org.knime.node;

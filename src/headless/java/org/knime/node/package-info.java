/** Nodes that are declared in one expression: name, description, ports and model. */
package org.knime.node;

/** Nodes: their settings, tables, execution and what goes wrong with them. */
package org.knime.core.node;

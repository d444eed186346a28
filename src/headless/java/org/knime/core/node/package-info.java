/** Nodes: their settings, tables, execution and exceptions. */
package org.knime.core.node;

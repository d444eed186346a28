/** What goes from node to node, its types, and its files. */
package org.knime.core.node.port;

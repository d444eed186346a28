/** Objects that are passed between nodes, their types and their files. */
package org.knime.core.node.port;

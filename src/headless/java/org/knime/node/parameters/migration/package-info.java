/** How settings that an older version of a node wrote are read. */
package org.knime.node.parameters.migration;

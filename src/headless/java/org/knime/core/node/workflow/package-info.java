/** What a node may learn about the workflow that it is in. */
package org.knime.core.node.workflow;

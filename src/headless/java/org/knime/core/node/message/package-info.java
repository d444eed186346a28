/** What a node tells the user: a summary and ways out. */
package org.knime.core.node.message;

/** Messages of a node: a summary and resolutions. */
package org.knime.core.node.message;

/** Small helpers for nodes. */
package org.knime.core.node.util;

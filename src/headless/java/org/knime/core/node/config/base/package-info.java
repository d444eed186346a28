/** Settings as KNIME keeps them: typed entries under keys, and their XML. */
package org.knime.core.node.config.base;

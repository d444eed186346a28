/** How parameters are written to and read from settings. */
package org.knime.node.parameters.persistence;

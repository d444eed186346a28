/** Parameters that are a list of groups. */
package org.knime.node.parameters.array;

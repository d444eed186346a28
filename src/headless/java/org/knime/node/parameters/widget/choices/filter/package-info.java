/** Parameters and controls for several of many columns or names. */
package org.knime.node.parameters.widget.choices.filter;

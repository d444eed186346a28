/** Controls for one of several possible values. */
package org.knime.node.parameters.widget.choices;

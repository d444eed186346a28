/** Controls for parameters. */
package org.knime.node.parameters.widget;

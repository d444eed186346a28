/** Ready-made checks of text. */
package org.knime.node.parameters.widget.text.util;

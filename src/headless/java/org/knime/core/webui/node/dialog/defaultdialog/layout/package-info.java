/** What the compiler needs where a part of a dialog has several order annotations; nothing that a plug-in may name. */
package org.knime.core.webui.node.dialog.defaultdialog.layout;

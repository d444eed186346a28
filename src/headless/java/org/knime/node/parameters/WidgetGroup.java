package org.knime.node.parameters;

/** A class whose fields are shown together in the dialog. */
public interface WidgetGroup {
}

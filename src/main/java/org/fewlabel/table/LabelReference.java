package org.fewlabel.table;

import org.knime.node.parameters.updates.ParameterReference;

/** A reference to the label column in a dialog, which is not offered as a feature. */
public interface LabelReference extends ParameterReference<String> {
}

package org.fewlabel.table;

import org.knime.node.parameters.updates.ParameterReference;

/** In a dialog, the setting that names the label column: it is not offered as a feature. */
public interface LabelReference extends ParameterReference<String> {
}

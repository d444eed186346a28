package org.fewlabel.nodes.label.fewlabelpredictor;

import org.fewlabel.nodes.AppendedTexts;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** The dialog of Few-Label Predictor. */
@LoadDefaultsForAbsentFields
final class FewLabelPredictorNodeParameters implements NodeParameters {

    @Widget(title = AppendedTexts.PROBABILITIES, description = AppendedTexts.PROBABILITIES_HELP)
    boolean m_everyClass = true;
}

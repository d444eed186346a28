package org.fewlabel.nodes.label.fewlabelpredictor;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;

/** The dialog of Few-Label Predictor. */
@LoadDefaultsForAbsentFields
final class FewLabelPredictorNodeParameters implements NodeParameters {

    @Widget(title = "Append probability of every class", description = """
        Appends a column "P (label=class)" for every class.
        """)
    boolean m_everyClass = true;
}

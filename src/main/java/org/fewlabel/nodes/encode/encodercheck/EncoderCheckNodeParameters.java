package org.fewlabel.nodes.encode.encodercheck;

import org.fewlabel.table.FeatureColumnChoices;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelOrTruthChoices;
import org.fewlabel.table.LabelReference;
import org.fewlabel.table.TextReading;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;

/** The dialog of Encoder Check. */
@LoadDefaultsForAbsentFields
final class EncoderCheckNodeParameters implements NodeParameters {

    static final String LABEL_TITLE = "Label column";

    @Widget(title = LABEL_TITLE, description = """
        The column with the class names; a missing cell means unlabeled. If you rehearse with Label Masker, choose the
        column of the truth to judge by all labels instead of the few.
        """)
    @ChoicesProvider(LabelOrTruthChoices.class)
    @ValueReference(LabelReference.class)
    String m_label = "";

    @Widget(title = "Embedding", description = """
        The columns that an encoder has made: one of vectors, or one for each dimension.
        """)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    ColumnFilter m_embedding = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = "Raw columns", description = """
        What the embedding is compared with: the columns that it was made of, read as Label Propagator reads them. If
        there are none, the embedding is judged alone.
        """)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    ColumnFilter m_raw = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = TextReading.TITLE, description = TextReading.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    TextReading m_texts = TextReading.RECOGNISED;

    @Widget(title = "Random seed",
        description = "Decides how the labeled rows are divided, and the samples of intervals.")
    long m_seed = 1;

    EncoderCheckNodeParameters() {
        // the defaults above
    }

    EncoderCheckNodeParameters(final NodeParametersInput input) {
        final var spec = input.getInTableSpec(0).orElse(null);
        m_label = LabelColumn.guess(spec).orElse("");
        m_embedding = FeatureSetting.CHECKED.guess(spec, m_label);
        m_raw = FeatureSetting.COMPARED.guess(spec, m_label);
    }
}

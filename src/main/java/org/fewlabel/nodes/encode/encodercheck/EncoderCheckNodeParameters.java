package org.fewlabel.nodes.encode.encodercheck;

import java.util.List;
import java.util.function.Supplier;

import org.fewlabel.nodes.AppendedTexts;
import org.fewlabel.nodes.InputPredicates.ReadsStrings;
import org.fewlabel.table.ColumnNames;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.Features;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelOrTruthChoices;
import org.fewlabel.table.LabelReference;
import org.fewlabel.table.TextReading;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;

/** The dialog of Encoder Check. */
@LoadDefaultsForAbsentFields
final class EncoderCheckNodeParameters implements NodeParameters {

    static final String LABEL_TITLE = "Label column";

    /** Offers the columns that may be an embedding: vectors and decimal numbers. */
    static final class EmbeddingChoices implements ColumnChoicesProvider {

        private Supplier<String> label;

        @Override
        public void init(final StateProviderInitializer initializer) {
            ColumnChoicesProvider.super.init(initializer);
            label = initializer.computeFromValueSupplier(LabelReference.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return input.getInTableSpec(0).map(spec -> Features.embeddingChoices(spec, label.get()))
                .orElseGet(List::of);
        }
    }

    /** Offers the columns that an embedding can be compared with: all but the label, and the embedding itself. */
    static final class OriginalChoices implements ColumnChoicesProvider {

        private Supplier<String> label;

        @Override
        public void init(final StateProviderInitializer initializer) {
            ColumnChoicesProvider.super.init(initializer);
            label = initializer.computeFromValueSupplier(LabelReference.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return input.getInTableSpec(0).map(spec -> Features.originalChoices(spec, label.get())).orElseGet(List::of);
        }
    }

    @Widget(title = LABEL_TITLE,
        description = """
            The column with the class names. Rows in which it is missing are unlabeled. After Label Masker, choose the
            column with the truth to evaluate with all labels.
            """)
    @ChoicesProvider(LabelOrTruthChoices.class)
    @ValueReference(LabelReference.class)
    String m_label = "";

    @Widget(title = "Embedding", description = """
        The columns that an encoder has made: one of vectors, or one for each dimension.
        """)
    @ColumnFilterWidget(choicesProvider = EmbeddingChoices.class)
    ColumnFilter m_embedding = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = FeatureSetting.COMPARED_TITLE,
        description = """
            The columns that the embedding is compared with, usually those that it was made of. Without any, the
            embedding is evaluated on its own.
            """)
    @ColumnFilterWidget(choicesProvider = OriginalChoices.class)
    ColumnFilter m_raw = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = TextReading.TITLE, description = TextReading.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = ReadsStrings.class, type = EffectType.SHOW)
    TextReading m_texts = TextReading.RECOGNISED;

    @Widget(title = AppendedTexts.SEED, description = AppendedTexts.SEED_HELP, advanced = true)
    long m_seed = 1;

    EncoderCheckNodeParameters() {
        // the defaults above
    }

    EncoderCheckNodeParameters(final NodeParametersInput input) {
        final var spec = input.getInTableSpec(0).orElse(null);
        m_label = LabelColumn.guessTruth(spec).orElse("");
        m_embedding = FeatureSetting.CHECKED.detect(spec, m_label);
        m_raw = FeatureSetting.COMPARED.detect(spec, ColumnNames.labelOf(m_label));
    }
}

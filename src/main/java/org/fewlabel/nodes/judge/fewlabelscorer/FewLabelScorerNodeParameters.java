package org.fewlabel.nodes.judge.fewlabelscorer;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.fewlabel.nodes.AppendedTexts;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.table.ColumnNames;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.ScoredColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The dialog of Few-Label Scorer. */
@LoadDefaultsForAbsentFields
final class FewLabelScorerNodeParameters implements NodeParameters {

    static final String TRUTH_TITLE = "Truth column";

    static final String PREDICTION_TITLE = "Prediction column";

    private static final String LEVEL_TITLE = "Confidence level (%)";

    private static final String SAMPLES_TITLE = "Bootstrap samples";

    private static final double LOWEST_LEVEL = 50;

    private static final double HIGHEST_LEVEL = 99.9;

    private static final int FEWEST_SAMPLES = 100;

    private static final int MOST_SAMPLES = 100_000;

    interface TruthReference extends ParameterReference<String> {
    }

    interface PredictionReference extends ParameterReference<String> {
    }

    /** Offers known classes: first what Label Masker has hidden, then other columns that may hold labels. */
    static final class TruthColumns implements ColumnChoicesProvider {
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return input.getInTableSpec(0).map(LabelColumn::orTruth).orElseGet(List::of);
        }
    }

    /** Offers predicted classes: predictions first, then baselines, then columns of other nodes. */
    static final class PredictionColumns implements ColumnChoicesProvider {
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return input.getInTableSpec(0).map(ScoredColumns::predictionChoices).orElseGet(List::of);
        }
    }

    static final class HasBaseline implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> input.getInTableSpec(0)
                .map(spec -> spec.stream().anyMatch(c -> ColumnNames.isBaseline(c.getName()))).orElse(true));
        }
    }

    /** Says what is wrong with the chosen columns. */
    static final class BadPair implements StateProvider<Optional<Message>> {

        private Supplier<String> truth;

        private Supplier<String> prediction;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            truth = initializer.computeFromValueSupplier(TruthReference.class);
            prediction = initializer.computeFromValueSupplier(PredictionReference.class);
        }

        @Override
        public Optional<Message> computeState(final NodeParametersInput input) {
            return input.getInTableSpec(0).flatMap(spec -> ScoredColumns
                .problem(spec, truth.get(), TRUTH_TITLE, prediction.get(), PREDICTION_TITLE)
                .map(problem -> new Message("These columns cannot be compared", problem, MessageType.ERROR))
                .or(() -> ScoredColumns.doubt(spec, truth.get(), prediction.get())
                    .map(doubt -> new Message("Do these columns belong together?", doubt, MessageType.WARNING))));
        }
    }

    static final class AtLeast100 extends MinValidation {
        @Override
        protected double getMin() {
            return FEWEST_SAMPLES;
        }
    }

    static final class AtMost100000 extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_SAMPLES;
        }
    }

    static final class AtLeast50 extends MinValidation {
        @Override
        protected double getMin() {
            return LOWEST_LEVEL;
        }
    }

    static final class AtMost999 extends MaxValidation {
        @Override
        protected double getMax() {
            return HIGHEST_LEVEL;
        }
    }

    @Widget(title = TRUTH_TITLE,
        description = """
            The column with the true classes, such as <i>label (truth)</i> of Label Masker. Rows in which it is missing
            are not scored.
            """)
    @ChoicesProvider(TruthColumns.class)
    @ValueReference(TruthReference.class)
    String m_truth = "";

    @Widget(title = PREDICTION_TITLE,
        description = """
            The column with the predicted classes. Its class probabilities <i>P (label=class)</i> and the baseline are
            found by their names.
            """)
    @ChoicesProvider(PredictionColumns.class)
    @ValueReference(PredictionReference.class)
    String m_prediction = "";

    @TextMessage(BadPair.class)
    Void m_badPair;

    @Widget(title = "Compare with baseline (labeled rows only)",
        description = """
            Also scores the column <i>Baseline (label)</i>, if there is one, and the difference between both on the same
            rows.
            """)
    @Effect(predicate = HasBaseline.class, type = EffectType.SHOW)
    boolean m_baseline = true;

    @Widget(title = LEVEL_TITLE, description = """
        The probability with which an interval contains the true value, if the rows are a random sample.
        """, advanced = true)
    @NumberInputWidget(minValidation = AtLeast50.class, maxValidation = AtMost999.class)
    double m_level = 95;

    @Widget(title = SAMPLES_TITLE, description = """
        How many times the rows are sampled with replacement to compute the intervals.
        """, advanced = true)
    @NumberInputWidget(minValidation = AtLeast100.class, maxValidation = AtMost100000.class)
    int m_samples = 1000;

    @Widget(title = AppendedTexts.SEED, description = AppendedTexts.SEED_HELP, advanced = true)
    long m_seed = 1;

    FewLabelScorerNodeParameters() {
        // the defaults above
    }

    FewLabelScorerNodeParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(this::detect);
    }

    /** Guesses the columns that nobody has chosen. */
    void detect(final DataTableSpec spec) {
        if (m_prediction == null || m_prediction.isEmpty()) {
            m_prediction = ScoredColumns.guessPrediction(spec).orElse("");
        }
        if (m_truth == null || m_truth.isEmpty()) {
            m_truth = ScoredColumns.guessTruth(spec, m_prediction).orElse("");
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.fromTo(LEVEL_TITLE, m_level, LOWEST_LEVEL, HIGHEST_LEVEL);
        Bounds.fromTo(SAMPLES_TITLE, m_samples, FEWEST_SAMPLES, MOST_SAMPLES);
    }
}

package org.fewlabel.nodes.judge.fewlabelscorer;

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
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The dialog of Few-Label Scorer. */
@LoadDefaultsForAbsentFields
final class FewLabelScorerNodeParameters implements NodeParameters {

    static final String TRUTH_TITLE = "Truth column";

    static final String PREDICTION_TITLE = "Prediction column";

    private static final int FEWEST_SAMPLES = 100;

    private static final int MOST_SAMPLES = 100_000;

    static final class TruthColumns implements FilteredInputTableColumnsProvider {
        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return LabelColumn.isCandidate(column)
                && (ColumnNames.isTruth(column.getName()) || !ColumnNames.isReserved(column.getName()));
        }
    }

    static final class PredictionColumns implements FilteredInputTableColumnsProvider {
        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return LabelColumn.isCandidate(column);
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
            return 50;
        }
    }

    static final class AtMost999 extends MaxValidation {
        @Override
        protected double getMax() {
            return 99.9;
        }
    }

    @Widget(title = TRUTH_TITLE, description = """
        The column with the true classes, such as "label (truth)" from Label Masker. Rows in which it is missing are not
        scored.
        """)
    @ChoicesProvider(TruthColumns.class)
    String m_truth = "";

    @Widget(title = PREDICTION_TITLE, description = """
        The column with the predicted classes. Its probability columns "P (label=class)" and the baseline of the same
        label are found by their names.
        """)
    @ChoicesProvider(PredictionColumns.class)
    String m_prediction = "";

    @Widget(title = "Compare with the labeled-only baseline", description = """
        Scores the column "Baseline (label)" beside the prediction, if the table has one, and the difference of the two
        on the same rows.
        """)
    boolean m_baseline = true;

    @Widget(title = "Confidence level (%)", description = """
        The intervals contain the true value with this probability, if the rows are a random sample.
        """, advanced = true)
    @NumberInputWidget(minValidation = AtLeast50.class, maxValidation = AtMost999.class)
    double m_level = 95;

    @Widget(title = "Bootstrap samples", description = """
        How often the rows are drawn anew, with replacement, to find the intervals.
        """, advanced = true)
    @NumberInputWidget(minValidation = AtLeast100.class, maxValidation = AtMost100000.class)
    int m_samples = 1000;

    @Widget(title = "Random seed", description = "The same seed gives the same intervals again.", advanced = true)
    long m_seed = 1;

    FewLabelScorerNodeParameters() {
        // the defaults above
    }

    FewLabelScorerNodeParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(this::guess);
    }

    /** Guesses the columns that nobody has chosen. */
    void guess(final DataTableSpec spec) {
        if (m_prediction == null || m_prediction.isEmpty()) {
            m_prediction = ScoredColumns.guessPrediction(spec).orElse("");
        }
        if (m_truth == null || m_truth.isEmpty()) {
            m_truth = ScoredColumns.guessTruth(spec, m_prediction).orElse("");
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_level >= 50 && m_level <= 99.9)) {
            throw new InvalidSettingsException(
                "\"Confidence level (%)\" must be from 50 to 99.9, not " + m_level + ".");
        }
        if (m_samples < FEWEST_SAMPLES || m_samples > MOST_SAMPLES) {
            throw new InvalidSettingsException(
                "\"Bootstrap samples\" must be from " + FEWEST_SAMPLES + " to " + MOST_SAMPLES
                    + ", not " + m_samples + ".");
        }
    }
}

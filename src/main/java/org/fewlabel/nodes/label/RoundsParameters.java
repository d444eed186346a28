package org.fewlabel.nodes.label;

import java.util.Map;

import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;
import org.fewlabel.nodes.AppendedTexts;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtMost1000;
import org.fewlabel.nodes.DialogSections.OutputSection;
import org.fewlabel.nodes.DialogSections.RoundsSection;
import org.fewlabel.table.GuessedColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** How long learning in rounds goes on, whether it is doubted, and what is appended: the same for all that learn so. */
@LoadDefaultsForAbsentFields
public final class RoundsParameters implements NodeParameters {

    private static final String KEEP_TITLE = "Discard pseudo-labels that do not improve results";

    private static final String ROUNDS_TITLE = "Maximum number of rounds";

    private static final int MOST_ROUNDS = 1000;

    /** How confidences are calibrated; the names are those of {@code CalibrationMethod}. */
    enum ConfidenceCalibration {
        @Label(value = "Automatic", description = """
            Temperature, or isotonic if there are at least 100 labels and it is clearly better in cross-validation.
            """)
        AUTOMATIC,
        @Label(value = "Temperature", description = """
            One factor for all probabilities. It needs 30 labels, and the predicted class stays the same.
            """)
        TEMPERATURE,
        @Label(value = "Isotonic", description = """
            A curve for each class. It needs 100 labels; with fewer, temperature is used.
            """)
        ISOTONIC;
    }

    interface CalibrateReference extends ParameterReference<Boolean> {
    }

    static final class Calibrates implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(CalibrateReference.class).isTrue();
        }
    }

    @Widget(title = KEEP_TITLE, description = """
        Uses the pseudo-labels only if cross-validation and the gaps between the rows indicate that they help. With few
        labels they make results worse about half of the time, so switch this off only for a good reason.
        """)
    @Layout(RoundsSection.class)
    boolean m_onlyIfBetter = true;

    @Widget(title = ROUNDS_TITLE, description = """
        Training ends earlier if, according to cross-validation, further rounds do not help.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMost1000.class)
    @Layout(RoundsSection.class)
    int m_rounds = Contest.Settings.DEFAULT.rounds();

    @Widget(title = AppendedTexts.PROBABILITIES, description = AppendedTexts.PROBABILITIES_HELP)
    @Layout(OutputSection.class)
    boolean m_everyClass = true;

    @Widget(title = AppendedTexts.BASELINE, description = AppendedTexts.BASELINE_HELP)
    @Layout(OutputSection.class)
    boolean m_baseline = true;

    @Widget(title = AppendedTexts.CALIBRATE, description = """
        With enough labels, adjusts the probabilities so that about 80 % of the rows with a confidence of 80 % are
        predicted correctly.
        """, advanced = true)
    @ValueReference(CalibrateReference.class)
    @Layout(OutputSection.class)
    boolean m_calibrate = true;

    @Widget(title = "Calibration method", description = "How confidences are calibrated, by cross-validation.",
        advanced = true)
    @ValueSwitchWidget
    @Effect(predicate = Calibrates.class, type = EffectType.SHOW)
    @Layout(OutputSection.class)
    ConfidenceCalibration m_calibration = ConfidenceCalibration.AUTOMATIC;

    @Widget(title = AppendedTexts.SEED, description = AppendedTexts.SEED_HELP, advanced = true)
    @Layout(OutputSection.class)
    long m_seed = 1;

    /** The defaults. */
    public RoundsParameters() {
        // the defaults above
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.fromTo(ROUNDS_TITLE, m_rounds, 1, MOST_ROUNDS);
    }

    /** @return rounds, doubt and calibration for the methods; in range once {@link #validate} has passed */
    public Contest.Settings settings() {
        return new Contest.Settings(m_rounds, m_onlyIfBetter,
            m_calibrate ? CalibrationMethod.valueOf(m_calibration.name()) : CalibrationMethod.NONE);
    }

    /** @return of what is drawn */
    public long seed() {
        return m_seed;
    }

    /** @return what is appended */
    public GuessedColumns.Wanted wanted() {
        return new GuessedColumns.Wanted(m_everyClass, m_baseline);
    }

    /**
     * Adds the settings to a model's provenance.
     *
     * @param text takes their names and values
     */
    public void describe(final Map<String, String> text) {
        text.put(KEEP_TITLE, Boolean.toString(m_onlyIfBetter));
        text.put(ROUNDS_TITLE, Integer.toString(m_rounds));
        text.put(AppendedTexts.CALIBRATE, m_calibrate ? m_calibration.name() : Boolean.toString(false));
        text.put(AppendedTexts.SEED, Long.toString(m_seed));
    }

    /**
     * Adds what was chosen to a model's provenance.
     *
     * @param text takes the names and values
     */
    public static void describe(final Learned learned, final Map<String, String> text) {
        text.put("Base learner of the rounds", learned.learner());
        text.put("Baseline learner", learned.baselineLearner());
        text.put("Calibrated by", learned.calibrator().text());
        text.put("Result", learned.best() == 0 ? "baseline" : "round " + learned.best());
    }
}

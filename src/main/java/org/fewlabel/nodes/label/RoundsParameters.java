package org.fewlabel.nodes.label;

import java.util.Map;

import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;
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
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** How long learning in rounds goes on, whether it is doubted, and what is appended: the same for all that learn so. */
@LoadDefaultsForAbsentFields
public final class RoundsParameters implements NodeParameters {

    private static final String ROUNDS_TITLE = "Most rounds";

    private static final int MOST_ROUNDS = 1000;

    /** How confidences are calibrated; the names are those of {@code CalibrationMethod}. */
    enum ConfidenceCalibration {
        @Label(value = "Automatic", description = """
            A temperature, or curves if 100 labels or more can be hidden in turn and curves are clearly better for
            those that were not fitted to. That happens with naive Bayes, and hardly with the others.
            """)
        AUTOMATIC,
        @Label(value = "Temperature", description = """
            One number for all probabilities (Guo et al. 2017). It takes 30 labels, and the most probable class stays
            the same.
            """)
        TEMPERATURE,
        @Label(value = "Isotonic", description = """
            A curve for each class (Zadrozny and Elkan 2002), for a learner that is too sure here and not sure enough
            there. It takes 100 labels that can be hidden in turn; with fewer it is a temperature.
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

    static final class AtMost1000 extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_ROUNDS;
        }
    }

    @Widget(title = "Keep only what helps",
        description = """
            The rounds are the result only if labels that were hidden in turn, and the gaps between the rows, speak for
            them; else the labeled rows alone decide. With few labels the rounds do harm about as often as good, so
            switch this off only if you know better.
            """)
    @Layout(RoundsSection.class)
    boolean m_onlyIfBetter = true;

    @Widget(title = ROUNDS_TITLE, description = """
        How many rounds there may be. They end earlier if labels that were hidden in turn say that they no longer help.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMost1000.class)
    @Layout(RoundsSection.class)
    int m_rounds = Contest.Settings.DEFAULT.rounds();

    @Widget(title = "Calibrate confidences", description = """
        With enough labels, brings the probabilities into line with how often they are right: of the rows said to be
        right with 80 % about 80 % are.
        """, advanced = true)
    @ValueReference(CalibrateReference.class)
    @Layout(RoundsSection.class)
    boolean m_calibrate = true;

    @Widget(title = "Calibration", description = "How confidences are calibrated, by labels that were hidden in turn.",
        advanced = true)
    @RadioButtonsWidget
    @Effect(predicate = Calibrates.class, type = EffectType.SHOW)
    @Layout(RoundsSection.class)
    ConfidenceCalibration m_calibration = ConfidenceCalibration.AUTOMATIC;

    @Widget(title = "Random seed", description = "The same seed draws the same again.", advanced = true)
    @Layout(RoundsSection.class)
    long m_seed = 1;

    @Widget(title = "Append probability of every class", description = """
        Appends a column "P (label=class)" for every class.
        """)
    @Layout(OutputSection.class)
    boolean m_everyClass = true;

    @Widget(title = "Append labeled-only baseline", description = """
        Appends what the base learner predicts that saw the labeled rows alone. Few-Label Scorer shows it beside the
        prediction, so that you see whether the unlabeled rows helped.
        """)
    @Layout(OutputSection.class)
    boolean m_baseline = true;

    /** The defaults. */
    public RoundsParameters() {
        // the defaults above
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_rounds < 1 || m_rounds > MOST_ROUNDS) {
            throw new InvalidSettingsException(
                "\"" + ROUNDS_TITLE + "\" must be from 1 to " + MOST_ROUNDS + ", not " + m_rounds + ".");
        }
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
        text.put("Keep only what helps", Boolean.toString(m_onlyIfBetter));
        text.put(ROUNDS_TITLE, Integer.toString(m_rounds));
        text.put("Calibrate confidences", m_calibrate ? m_calibration.name() : Boolean.toString(false));
        text.put("Random seed", Long.toString(m_seed));
    }

    /**
     * Adds what was chosen to a model's provenance.
     *
     * @param text takes the names and values
     */
    public static void describe(final Learned learned, final Map<String, String> text) {
        text.put("Base learner of the rounds", learned.learner());
        text.put("Baseline learner", learned.base());
        text.put("Calibrated by", learned.calibrator().text());
        text.put("Result", learned.best() == 0 ? "baseline" : "round " + learned.best());
    }
}

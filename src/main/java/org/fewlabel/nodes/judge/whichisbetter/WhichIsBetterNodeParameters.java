package org.fewlabel.nodes.judge.whichisbetter;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.compare.Route;
import org.fewlabel.nodes.AppendedTexts;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtLeast2;
import org.fewlabel.nodes.Bounds.AtMost100;
import org.fewlabel.nodes.Bounds.AtMostMillion;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.LearnedColumnsParameters;
import org.fewlabel.table.FeatureSetting;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** The dialog of Which Is Better?. */
@LoadDefaultsForAbsentFields
final class WhichIsBetterNodeParameters extends LearnedColumnsParameters {

    static final String REPETITIONS_TITLE = "Repetitions";

    static final String HELD_OUT_TITLE = "Held-out labels (%)";

    private static final String MINUTES_TITLE = "Time limit (minutes)";

    private static final int MOST_DRAWS = 100;

    private static final int LEAST_HELD_OUT = 5;

    private static final int MOST_HELD_OUT = 90;

    private static final int MOST_MINUTES = 1_000_000;

    @Section(title = "Methods")
    @After(DataSection.class)
    interface FamiliesSection {
    }

    @Section(title = "Evaluation")
    @After(FamiliesSection.class)
    interface TrialSection {
    }

    static final class AtLeast5 extends MinValidation {
        @Override
        protected double getMin() {
            return LEAST_HELD_OUT;
        }
    }

    static final class AtMost90 extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_HELD_OUT;
        }
    }

    @Widget(title = "Labeled rows only",
        description = """
            Logistic regression and random forest on the labeled rows. Logistic regression is always included as the
            baseline for all other methods.
            """)
    @Layout(FamiliesSection.class)
    boolean m_labelledOnly = true;

    @Widget(title = "Self-supervised", description = """
        Contrastive Encoder on all rows without labels, then logistic regression on the embeddings of the labeled ones.
        """)
    @Layout(FamiliesSection.class)
    boolean m_selfSupervised = true;

    @Widget(title = "Semi-supervised", description = "Label Propagator and Pseudo-Labeler.")
    @Layout(FamiliesSection.class)
    boolean m_semiSupervised = true;

    @Widget(title = "Self- and semi-supervised", description = """
        Contrastive Encoder, then Label Propagator on the embeddings.
        """)
    @Layout(FamiliesSection.class)
    boolean m_both = true;

    @Widget(title = "Ensemble of all methods", description = """
        The mean of the probabilities of all other methods. It takes no extra time and is often better than the best of
        them.
        """, advanced = true)
    @Layout(FamiliesSection.class)
    boolean m_committee = true;

    @Widget(title = "Include Consistency Learner", description = """
        Trains a network on labeled and unlabeled rows for each repetition and number of labels. This takes long.
        """, advanced = true)
    @Layout(FamiliesSection.class)
    boolean m_consistency;

    @Widget(title = MINUTES_TITLE, description = """
        After this time, no further method is evaluated, and the finished repetitions are used. If none is finished, the
        most robust method is used. Training on all labels is not included.
        """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMostMillion.class)
    @Layout(TrialSection.class)
    double m_minutes = 10;

    @Widget(title = REPETITIONS_TITLE, description = """
        How many times labels are hidden and rows are held out. More repetitions make the intervals narrower.
        """, advanced = true)
    @NumberInputWidget(minValidation = AtLeast2.class, maxValidation = AtMost100.class)
    @Layout(TrialSection.class)
    int m_draws = 5;

    @Widget(title = HELD_OUT_TITLE, description = """
        The percentage of the labeled rows of each class that is held out for evaluation in each repetition.
        """, advanced = true)
    @NumberInputWidget(minValidation = AtLeast5.class, maxValidation = AtMost90.class)
    @Layout(TrialSection.class)
    double m_heldOut = 30;

    @Widget(title = AppendedTexts.SEED, description = AppendedTexts.SEED_HELP, advanced = true)
    @Layout(TrialSection.class)
    long m_seed = 1;

    WhichIsBetterNodeParameters() {
        // the defaults above
    }

    WhichIsBetterNodeParameters(final NodeParametersInput input) {
        super(input, FeatureSetting.RAW);
    }

    /** @return what is compared, logistic regression first */
    List<Route> routes() {
        final var routes = new ArrayList<Route>();
        for (final var route : Route.values()) {
            if (wanted(route)) {
                routes.add(route);
            }
        }
        return routes;
    }

    private boolean wanted(final Route route) {
        return switch (route) {
            case LOGISTIC -> true;
            case CONSISTENCY -> m_consistency;
            case COMMITTEE -> m_committee;
            default -> switch (route.family()) {
                case LABELED_ONLY -> m_labelledOnly;
                case SELF_SUPERVISED -> m_selfSupervised;
                case SEMI_SUPERVISED -> m_semiSupervised;
                case BOTH -> m_both;
            };
        };
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.fromTo(REPETITIONS_TITLE, m_draws, 2, MOST_DRAWS);
        Bounds.fromTo(HELD_OUT_TITLE, m_heldOut, LEAST_HELD_OUT, MOST_HELD_OUT);
        Bounds.above0(MINUTES_TITLE, m_minutes, MOST_MINUTES);
    }
}

package org.fewlabel.nodes.judge.whichisbetter;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.learn.compare.Route;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.table.FeatureColumnChoices;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelColumnChoices;
import org.fewlabel.table.LabelReference;
import org.fewlabel.table.TextReading;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** The dialog of Which Is Better?. */
@LoadDefaultsForAbsentFields
final class WhichIsBetterNodeParameters implements NodeParameters {

    static final String LABEL_TITLE = "Label column";

    private static final int MOST_DRAWS = 100;

    @Section(title = "What is compared")
    @After(DataSection.class)
    interface FamiliesSection {
    }

    @Section(title = "How it is compared")
    @After(FamiliesSection.class)
    interface TrialSection {
    }

    static final class AtLeast2 extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    static final class AtMost100 extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_DRAWS;
        }
    }

    static final class AtLeast5 extends MinValidation {
        @Override
        protected double getMin() {
            return 5;
        }
    }

    static final class AtMost90 extends MaxValidation {
        @Override
        protected double getMax() {
            return 90;
        }
    }

    @Widget(title = LABEL_TITLE, description = """
        The column with the class names; a missing cell means unlabeled. Text, booleans and whole numbers with few
        different values can be class names.
        """)
    @ChoicesProvider(LabelColumnChoices.class)
    @ValueReference(LabelReference.class)
    @Layout(DataSection.class)
    String m_label = "";

    @Widget(title = "Features",
        description = """
            The columns that rows are known by: numbers, categories, booleans, free texts, images (PNG, or paths of
            image files as text), vectors and bit vectors, missing cells allowed. The label column is never one of them,
            nor are columns that tell of it.
            """)
    @ColumnFilterWidget(choicesProvider = FeatureColumnChoices.class)
    @Layout(DataSection.class)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Widget(title = TextReading.TITLE, description = TextReading.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    @Layout(DataSection.class)
    TextReading m_texts = TextReading.RECOGNISED;

    @Widget(title = TextReading.HASHED_TITLE, description = TextReading.HASHED_DESCRIPTION, advanced = true)
    @Layout(DataSection.class)
    boolean m_hashed;

    @Widget(title = "Labeled rows only", description = """
        Logistic regression and a random forest that see nothing but the labeled rows. Logistic regression is always
        there: all others are compared with it.
        """)
    @Layout(FamiliesSection.class)
    boolean m_labelledOnly = true;

    @Widget(title = "Self-supervised, then classify", description = """
        Contrastive Encoder learns from all rows without labels, then logistic regression from the labeled ones.
        """)
    @Layout(FamiliesSection.class)
    boolean m_selfSupervised = true;

    @Widget(title = "Semi-supervised", description = "Label Propagator and Pseudo-Labeler.")
    @Layout(FamiliesSection.class)
    boolean m_semiSupervised = true;

    @Widget(title = "Self- and semi-supervised",
        description = "Contrastive Encoder first, then Label Propagator on the embeddings.")
    @Layout(FamiliesSection.class)
    boolean m_both = true;

    @Widget(title = "Consistency Learner too", description = """
        Trains a network on labeled and unlabeled rows, once for each draw and number of labels: this takes long.
        """, advanced = true)
    @Layout(FamiliesSection.class)
    boolean m_consistency;

    @Widget(title = "Committee of all ways", description = """
        The mean of what all other ways say. It costs nothing more to try, and is often better than the best of them:
        they do not err on the same rows.
        """)
    @Layout(FamiliesSection.class)
    boolean m_committee = true;

    @Widget(title = "Draws", description = """
        How often labels are hidden and rows held out anew. More draws make the intervals narrower and take longer.
        """)
    @NumberInputWidget(minValidation = AtLeast2.class, maxValidation = AtMost100.class)
    @Layout(TrialSection.class)
    int m_draws = 5;

    @Widget(title = "Hold out (%)", description = """
        How many percent of the labeled rows of each class are held out in each draw to judge by. No method sees them.
        """)
    @NumberInputWidget(minValidation = AtLeast5.class, maxValidation = AtMost90.class)
    @Layout(TrialSection.class)
    double m_heldOut = 30;

    @Widget(title = "Time limit (minutes)", description = """
        After this time nothing more is tried. The draws that are finished by then are used; if none is, the most robust
        way is gone. Learning from all labels comes on top.
        """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(TrialSection.class)
    double m_minutes = 10;

    @Widget(title = "Random seed",
        description = "The same seed hides the same labels and holds out the same rows again.")
    @Layout(TrialSection.class)
    long m_seed = 1;

    WhichIsBetterNodeParameters() {
        // the defaults above
    }

    WhichIsBetterNodeParameters(final NodeParametersInput input) {
        final var spec = input.getInTableSpec(0).orElse(null);
        m_label = LabelColumn.guess(spec).orElse("");
        m_features = FeatureSetting.RAW.guess(spec, m_label);
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
        check(m_draws >= 2 && m_draws <= MOST_DRAWS, "Draws", "from 2 to " + MOST_DRAWS, m_draws);
        check(m_heldOut >= 5 && m_heldOut <= 90, "Hold out (%)", "from 5 to 90", m_heldOut);
        check(m_minutes > 0 && m_minutes <= 1e6, "Time limit (minutes)", "above 0 and at most a million", m_minutes);
    }

    private static void check(final boolean good, final String setting, final String range, final Number value)
        throws InvalidSettingsException {
        if (!good) {
            throw new InvalidSettingsException("\"" + setting + "\" must be " + range + ", not " + value + ".");
        }
    }
}

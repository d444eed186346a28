package org.fewlabel.nodes.label.pseudolabeler;

import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.select.SelectionRule;
import org.fewlabel.learn.rounds.self.SelfTraining;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.DialogSections.MethodSection;
import org.fewlabel.nodes.label.ClassShareParameters;
import org.fewlabel.nodes.label.RoundsParameters;
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
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Pseudo-Labeler. */
@LoadDefaultsForAbsentFields
final class PseudoLabelerNodeParameters implements NodeParameters {

    static final String LABEL_TITLE = "Label column";

    private static final String THRESHOLD_TITLE = "Least confidence";

    private static final String PER_CLASS_TITLE = "Rows per class and round";

    /** What labels and learns; most names are those of {@code StandardLearner}. */
    enum Learner {
        @Label(value = "Automatic",
            description = """
                Tries the learners from logistic regression to naive Bayes on labels that it hides from them in turn.
                With too few labels for that it takes logistic regression. If there are free texts, it takes naive Bayes
                with soft EM on their words and on the other columns; with more than a few labels only if that proves
                better.
                """)
        AUTOMATIC,
        @Label(value = "Logistic regression", description = "For classes that a straight line parts, and few labels.")
        LOGISTIC,
        @Label(value = "Random forest", description = "100 trees, for mixed columns and classes of any shape.")
        FOREST,
        @Label(value = "Nearest neighbors", description = "The 10 nearest, for classes that form groups.")
        NEIGHBOURS,
        @Label(value = "Naive Bayes", description = "A normal distribution for each class and column.")
        NAIVE_BAYES,
        @Label(value = "Neural network", description = """
            One hidden layer of 256 units, for classes of any shape; or the encoder, if one is connected, with a layer
            for the classes, both trained on. Some hundred networks are trained, for every
            round and every part of the labels that is hidden, a fraction of a second each: a minute or so where the
            others take seconds, more with an encoder. Automatic does not try it.
            """)
        NETWORK,
        @Label(value = "Naive Bayes with soft EM", description = """
            Learns from all unlabeled rows at once, each by how probable every class is (Nigam et al. 2000). How much
            they count is chosen by labels that are hidden in turn. Of free texts alone it counts words.
            """)
        SOFT_EM;
    }

    /** Which guesses are learned from; the names are those of {@code SelectionRule.Strategy}. */
    enum SelectionMode {
        @Label(value = "Adaptive", description = """
            The thresholds follow how confident the guesses are and how far each class is learned (FreeMatch, Wang et
            al. 2023), and less confident guesses count less (SoftMatch, Chen et al. 2023).
            """)
        ADAPTIVE,
        @Label(value = "Fixed threshold", description = "All guesses that are confident enough.")
        FIXED,
        @Label(value = "Top k per class", description = "The most confident of each class, more in each round.")
        TOP;
    }

    /** What is known of how often each class occurs. */
    enum Shares {
        @Label(value = "Estimated", description = "Found from the data.")
        ESTIMATED,
        @Label(value = "Given", description = "Known, for instance from all cases of last year.")
        GIVEN,
        @Label(value = "Not used", description = "Guesses are taken as they come.")
        NONE;
    }

    interface LearnerReference extends ParameterReference<Learner> {
    }

    interface SelectionReference extends ParameterReference<SelectionMode> {
    }

    interface SharesReference extends ParameterReference<Shares> {
    }

    static final class Selects implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getEnum(LearnerReference.class).isOneOf(Learner.SOFT_EM));
        }
    }

    static final class IsAdaptive implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(Selects.class)
                .and(i.getEnum(SelectionReference.class).isOneOf(SelectionMode.ADAPTIVE));
        }
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(Selects.class).and(i.getEnum(SelectionReference.class).isOneOf(SelectionMode.FIXED));
        }
    }

    static final class IsTop implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(Selects.class).and(i.getEnum(SelectionReference.class).isOneOf(SelectionMode.TOP));
        }
    }

    static final class SharesAreGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(IsAdaptive.class).and(i.getEnum(SharesReference.class).isOneOf(Shares.GIVEN));
        }
    }

    static final class AtMost1 extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    @Widget(title = LABEL_TITLE, description = """
        The column with the class names. A missing cell means unlabeled. Text, booleans and whole numbers with few
        different values can be class names.
        """)
    @ChoicesProvider(LabelColumnChoices.class)
    @ValueReference(LabelReference.class)
    @Layout(DataSection.class)
    String m_label = "";

    @Widget(title = "Features",
        description = """
            The columns from which the class is told: numbers, categories, booleans, free texts, images (PNG, or paths
            of image files as text), vectors and bit vectors, missing cells allowed. The label column is never one of
            them, nor are columns that tell of it (truth, role, predictions) and columns of categories whose values all
            differ, such as ids. Not looked at if an encoder is connected, which has columns of its own.
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

    @Widget(title = "Base learner", description = "What labels the rows and learns from those labels.")
    @RadioButtonsWidget
    @ValueReference(LearnerReference.class)
    @Layout(MethodSection.class)
    Learner m_learner = Learner.AUTOMATIC;

    @Widget(title = "Selection", description = "Which guesses are good enough to be learned from.")
    @RadioButtonsWidget
    @ValueReference(SelectionReference.class)
    @Effect(predicate = Selects.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    SelectionMode m_selection = SelectionMode.ADAPTIVE;

    @Widget(title = THRESHOLD_TITLE,
        description = """
            How probable the most probable class of a row must be, above 0 and at most 1. A learner that is sure of
            everything, right or wrong, passes any threshold.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost1.class)
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    double m_threshold = SelectionRule.DEFAULT.threshold();

    @Widget(title = PER_CLASS_TITLE, description = """
        How many rows of each class are added in every round. All classes get as many, so it suits classes of about the
        same size.
        """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsTop.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    int m_perClass = SelectionRule.DEFAULT.perClass();

    @Widget(title = "Class shares", description = """
        The adaptive selection brings the guesses into line with how often the classes occur. Wrong shares do more harm
        than none.
        """, advanced = true)
    @ValueSwitchWidget
    @ValueReference(SharesReference.class)
    @Effect(predicate = IsAdaptive.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    Shares m_shares = Shares.ESTIMATED;

    @Widget(title = "Given shares",
        description = "The share of every class. They are scaled so that they sum to 100 %.",
        advanced = true)
    @ArrayWidget(elementTitle = "Class", addButtonText = "Add class")
    @Effect(predicate = SharesAreGiven.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    ClassShareParameters[] m_givenShares = new ClassShareParameters[0];

    RoundsParameters m_learning = new RoundsParameters();

    PseudoLabelerNodeParameters() {
        // the defaults above
    }

    PseudoLabelerNodeParameters(final NodeParametersInput input) {
        final var spec = input.getInTableSpec(0).orElse(null);
        m_label = LabelColumn.guess(spec).orElse("");
        m_features = FeatureSetting.LEARNED.guess(spec, m_label);
    }

    /** @return how often the classes occur, as far as it is used */
    ClassPriors priors() {
        if (m_learner == Learner.SOFT_EM || m_selection != SelectionMode.ADAPTIVE) {
            return new ClassPriors.None();
        }
        return switch (m_shares) {
            case ESTIMATED -> new ClassPriors.Estimated();
            case NONE -> new ClassPriors.None();
            case GIVEN -> ClassShareParameters.given(m_givenShares);
        };
    }

    /** @return what learns; its numbers are in range once {@link #validate} has passed */
    RoundLearner method() {
        if (m_learner == Learner.SOFT_EM) {
            return RoundLearner.softEm(m_learning.settings());
        }
        return RoundLearner.selfTraining(new SelfTraining.Settings(
            m_learner == Learner.AUTOMATIC ? Optional.empty() : Optional.of(StandardLearner.valueOf(m_learner.name())),
            new SelectionRule(SelectionRule.Strategy.valueOf(m_selection.name()), m_threshold, m_perClass, priors()),
            m_learning.settings(), m_learning.seed()));
    }

    /** Adds the settings that are used to a model's provenance. */
    void describe(final Map<String, String> text) {
        text.put(LABEL_TITLE, m_label);
        text.put("Base learner", m_learner.name());
        if (m_learner != Learner.SOFT_EM) {
            text.put("Selection", SelectionRule.Strategy.valueOf(m_selection.name()).text());
            switch (m_selection) {
                case ADAPTIVE -> text.put("Class shares", m_shares.name());
                case FIXED -> text.put(THRESHOLD_TITLE, Double.toString(m_threshold));
                case TOP -> text.put(PER_CLASS_TITLE, Integer.toString(m_perClass));
            }
        }
        m_learning.describe(text);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_threshold > 0 && m_threshold <= 1)) {
            throw new InvalidSettingsException(
                "\"" + THRESHOLD_TITLE + "\" must be above 0 and at most 1, not " + m_threshold + ".");
        }
        if (m_perClass < 1) {
            throw new InvalidSettingsException(
                "\"" + PER_CLASS_TITLE + "\" must be at least 1, not " + m_perClass + ".");
        }
        if (m_shares == Shares.GIVEN) {
            ClassShareParameters.validate(m_givenShares);
        }
        m_learning.validate();
    }
}

package org.fewlabel.nodes.label.pseudolabeler;

import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.select.SelectionRule;
import org.fewlabel.learn.rounds.self.SelfTraining;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtMost100;
import org.fewlabel.nodes.DialogSections.MethodSection;
import org.fewlabel.nodes.LearnedColumnsParameters;
import org.fewlabel.nodes.PercentPersistor;
import org.fewlabel.nodes.label.ClassDistribution;
import org.fewlabel.nodes.label.ClassShareParameters;
import org.fewlabel.nodes.label.RoundsParameters;
import org.fewlabel.table.FeatureSetting;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Pseudo-Labeler. */
@LoadDefaultsForAbsentFields
final class PseudoLabelerNodeParameters extends LearnedColumnsParameters {

    private static final String LEARNER_TITLE = "Base learner";

    private static final String SELECTION_TITLE = "Pseudo-label selection";

    private static final String THRESHOLD_TITLE = "Minimum confidence (%)";

    private static final String PER_CLASS_TITLE = "Rows per class and round";

    private static final int MOST_PERCENT = 100;

    /** What labels and learns; most names are those of {@code StandardLearner}. */
    enum Learner {
        @Label(value = "Automatic", description = """
            Compares the learners from logistic regression to naive Bayes by cross-validation. With too few labels,
            logistic regression is used. With free text, naive Bayes with soft EM is preferred.
            """)
        AUTOMATIC,
        @Label(value = "Logistic regression", description = "For linearly separable classes and few labels.")
        LOGISTIC,
        @Label(value = "Random forest", description = "100 trees, for mixed columns and classes of any shape.")
        FOREST,
        @Label(value = "Nearest neighbors", description = "The 10 nearest, for classes that form groups.")
        NEIGHBOURS,
        @Label(value = "Naive Bayes", description = "A normal distribution for each class and column.")
        NAIVE_BAYES,
        @Label(value = "Neural network", description = """
            One hidden layer of 256 units, or the connected encoder, which is trained further. Takes minutes where the
            others take seconds, so <i>Automatic</i> does not try it.
            """)
        NETWORK,
        @Label(value = "Naive Bayes with soft EM", description = """
            Learns from all unlabeled rows at once, weighted by the probability of every class. Of free text only, it
            counts words.
            """)
        SOFT_EM;
    }

    /** Which predictions are learned from; the names are those of {@code SelectionRule.Strategy}. */
    enum SelectionMode {
        @Label(value = "Adaptive", description = """
            The threshold adapts to the confidence of the predictions and of each class, and less confident predictions
            have less weight.
            """)
        ADAPTIVE,
        @Label(value = "Fixed threshold", description = "All predictions of at least a minimum confidence.")
        FIXED,
        @Label(value = "Most confident per class", description = """
            The most confident of each class, more in each round.
            """)
        TOP;
    }

    interface LearnerReference extends ParameterReference<Learner> {
    }

    interface SelectionReference extends ParameterReference<SelectionMode> {
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
            return i.getPredicate(IsAdaptive.class)
                .and(i.getEnum(ClassDistribution.Reference.class).isOneOf(ClassDistribution.GIVEN));
        }
    }

    static final class ThresholdPersistor extends PercentPersistor {
        ThresholdPersistor() {
            super("threshold");
        }
    }

    @Widget(title = LEARNER_TITLE, description = "The classifier that labels the rows and learns from these labels.")
    @ValueReference(LearnerReference.class)
    @Layout(MethodSection.class)
    Learner m_learner = Learner.AUTOMATIC;

    @Widget(title = SELECTION_TITLE, description = "Which predictions are used as pseudo-labels.", advanced = true)
    @ValueReference(SelectionReference.class)
    @Effect(predicate = Selects.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    SelectionMode m_selection = SelectionMode.ADAPTIVE;

    @Widget(title = THRESHOLD_TITLE, description = """
        The minimum probability of the predicted class. Overconfident learners pass any threshold.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost100.class)
    @Persistor(ThresholdPersistor.class)
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    double m_threshold = PercentPersistor.percent(SelectionRule.DEFAULT.threshold());

    @Widget(title = PER_CLASS_TITLE, description = """
        How many rows of each class are added in every round. It is the same number for all classes, so it suits classes
        of similar size.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsTop.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    int m_perClass = SelectionRule.DEFAULT.perClass();

    @Widget(title = ClassDistribution.TITLE, description = ClassDistribution.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    @ValueReference(ClassDistribution.Reference.class)
    @Effect(predicate = IsAdaptive.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    ClassDistribution m_shares = ClassDistribution.ESTIMATED;

    @Widget(title = ClassDistribution.GIVEN_TITLE, description = ClassDistribution.GIVEN_DESCRIPTION, advanced = true)
    @ArrayWidget(elementTitle = ClassDistribution.ELEMENT, addButtonText = ClassDistribution.ADD,
        elementDefaultValueProvider = ClassDistribution.NextClass.class)
    @ValueReference(ClassDistribution.GivenReference.class)
    @ValueProvider(ClassDistribution.AllClasses.class)
    @Effect(predicate = SharesAreGiven.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    ClassShareParameters[] m_givenShares = new ClassShareParameters[0];

    RoundsParameters m_learning = new RoundsParameters();

    PseudoLabelerNodeParameters() {
        // the defaults above
    }

    PseudoLabelerNodeParameters(final NodeParametersInput input) {
        super(input, FeatureSetting.LEARNED);
    }

    /** @return how often the classes occur, as far as it is used */
    ClassPriors priors() {
        if (m_learner == Learner.SOFT_EM || m_selection != SelectionMode.ADAPTIVE) {
            return new ClassPriors.None();
        }
        return m_shares.priors(m_givenShares);
    }

    /** @return what learns; its numbers are in range once {@link #validate} has passed */
    RoundLearner method() {
        if (m_learner == Learner.SOFT_EM) {
            return RoundLearner.softEm(m_learning.settings());
        }
        return RoundLearner.selfTraining(new SelfTraining.Settings(
            m_learner == Learner.AUTOMATIC ? Optional.empty() : Optional.of(StandardLearner.valueOf(m_learner.name())),
            new SelectionRule(SelectionRule.Strategy.valueOf(m_selection.name()),
                PercentPersistor.share(m_threshold), m_perClass, priors()),
            m_learning.settings(), m_learning.seed()));
    }

    /** Adds the settings that are used to a model's provenance. */
    void describe(final Map<String, String> text) {
        text.put(LABEL_TITLE, m_label);
        text.put(LEARNER_TITLE, m_learner.name());
        if (m_learner != Learner.SOFT_EM) {
            text.put(SELECTION_TITLE, SelectionRule.Strategy.valueOf(m_selection.name()).text());
            switch (m_selection) {
                case ADAPTIVE -> text.put(ClassDistribution.TITLE, m_shares.name());
                case FIXED -> text.put(THRESHOLD_TITLE, Double.toString(m_threshold));
                case TOP -> text.put(PER_CLASS_TITLE, Integer.toString(m_perClass));
            }
        }
        m_learning.describe(text);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.above0(THRESHOLD_TITLE, m_threshold, MOST_PERCENT);
        Bounds.atLeast(PER_CLASS_TITLE, m_perClass, 1);
        if (m_shares == ClassDistribution.GIVEN) {
            ClassShareParameters.validate(m_givenShares);
        }
        m_learning.validate();
    }
}

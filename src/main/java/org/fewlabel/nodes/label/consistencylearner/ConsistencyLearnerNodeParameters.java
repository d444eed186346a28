package org.fewlabel.nodes.label.consistencylearner;

import java.util.Map;
import java.util.OptionalDouble;

import org.fewlabel.learn.consistency.ConsistencyMethod;
import org.fewlabel.learn.consistency.ConsistencySettings;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtMost100;
import org.fewlabel.nodes.Bounds.AtMostMillion;
import org.fewlabel.nodes.DialogSections.MethodSection;
import org.fewlabel.nodes.LabelParameters;
import org.fewlabel.nodes.PercentPersistor;
import org.fewlabel.nodes.label.ClassDistribution;
import org.fewlabel.nodes.label.ClassShareParameters;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** The dialog of Consistency Learner. */
@LoadDefaultsForAbsentFields
final class ConsistencyLearnerNodeParameters extends LabelParameters {

    private static final String METHOD_TITLE = "Method";

    private static final String WEIGHTING_TITLE = "Pseudo-label weighting";

    private static final String THRESHOLD_TITLE = "Minimum confidence (%)";

    private static final String RADIUS_TITLE = "Perturbation radius";

    private static final String WEIGHT_TITLE = "Unlabeled loss weight";

    private static final String WEAK_TITLE = "Weak augmentation: changed cells (%)";

    private static final double USUAL_THRESHOLD = 0.95;

    private static final int MOST_RADIUS = 100;

    private static final int MOST_WEIGHT = 1_000_000;

    private static final double PERCENT = 100;

    /** What the network is to predict for a strong view. */
    enum Method {
        @Label(value = "Pseudo-labels (FixMatch)", description = """
            The class predicted for the row itself, weighted by confidence. Predictions are first aligned with the class
            distribution, so that no class suppresses the others.
            """)
        PSEUDO_LABELS,
        @Label(value = "Mean Teacher", description = """
            The probabilities predicted for the row by a moving average of the network.
            """)
        MEAN_TEACHER,
        @Label(value = "Virtual adversarial training", description = """
            The probabilities predicted for the row itself. The strong view is the row moved to where they change most,
            so only the columns of the pretext task are used.
            """)
        VIRTUAL_ADVERSARIAL,
        @Label(value = "Pi-model", description = """
            The probabilities predicted for the row itself, all with the same weight.
            """)
        PI_MODEL;
    }

    /** How much a pseudo-label counts. */
    enum Weights {
        @Label(value = "By confidence", description = """
            Full weight above the mean confidence, decreasing weight below.
            """)
        SOFT,
        @Label(value = "Fixed threshold", description = "Full weight from a minimum confidence on, none below.")
        THRESHOLD;
    }

    interface MethodReference extends ParameterReference<Method> {
    }

    interface WeightsReference extends ParameterReference<Weights> {
    }

    static final class MakesPseudoLabels implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(Method.PSEUDO_LABELS);
        }
    }

    static final class HasThreshold implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(MakesPseudoLabels.class)
                .and(i.getEnum(WeightsReference.class).isOneOf(Weights.THRESHOLD));
        }
    }

    static final class SharesAreGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getPredicate(MakesPseudoLabels.class).and(i.getEnum(ClassDistribution.Reference.class)
                .isOneOf(ClassDistribution.GIVEN));
        }
    }

    static final class IsAdversarial implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(Method.VIRTUAL_ADVERSARIAL);
        }
    }

    static final class ThresholdPersistor extends PercentPersistor {
        ThresholdPersistor() {
            super("threshold");
        }
    }

    @Widget(title = METHOD_TITLE, description = "What the network is trained to predict for a strong view of a row.")
    @ValueReference(MethodReference.class)
    @Layout(MethodSection.class)
    Method m_method = Method.PSEUDO_LABELS;

    @Widget(title = WEIGHTING_TITLE, description = "How the weight of a pseudo-label depends on its confidence.",
        advanced = true)
    @ValueSwitchWidget
    @ValueReference(WeightsReference.class)
    @Effect(predicate = MakesPseudoLabels.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    Weights m_weights = Weights.SOFT;

    @Widget(title = THRESHOLD_TITLE, description = "The minimum probability of the predicted class.", advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost100.class)
    @Persistor(ThresholdPersistor.class)
    @Effect(predicate = HasThreshold.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    double m_threshold = PercentPersistor.percent(USUAL_THRESHOLD);

    @Widget(title = ClassDistribution.TITLE, description = ClassDistribution.DESCRIPTION, advanced = true)
    @ValueSwitchWidget
    @ValueReference(ClassDistribution.Reference.class)
    @Effect(predicate = MakesPseudoLabels.class, type = EffectType.SHOW)
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

    @Widget(title = RADIUS_TITLE, description = """
        How far a row is moved, in columns scaled to 1. If it is too large, rows of other classes are reached.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost100.class)
    @Effect(predicate = IsAdversarial.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    double m_radius = ConsistencyMethod.VirtualAdversarial.RADIUS;

    @Widget(title = WEIGHT_TITLE, description = """
        The weight of the loss of the unlabeled rows in relation to that of the labeled ones. It increases to this value
        in the first third of the training.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMostMillion.class)
    @Layout(MethodSection.class)
    double m_weight = 1;

    @Widget(title = WEAK_TITLE,
        description = """
            The percentage of the cells of a row that are changed before the network predicts the target for the strong
            view. 0 changes none. Images are moved by up to an eighth of their side instead.
            """,
        advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMost100.class)
    @Layout(MethodSection.class)
    double m_weakShare = ConsistencySettings.defaults(1).weakStrength() * PERCENT;

    ConsistencyTrainingParameters m_training = new ConsistencyTrainingParameters();

    ConsistencyLearnerNodeParameters() {
        // the defaults above
    }

    ConsistencyLearnerNodeParameters(final NodeParametersInput input) {
        super(input);
    }

    /** @return how often the classes occur, as far as it is used */
    ClassPriors priors() {
        if (m_method != Method.PSEUDO_LABELS) {
            return new ClassPriors.None();
        }
        return m_shares.priors(m_givenShares);
    }

    /** @return the method; its numbers are in range once {@link #validate} has passed */
    ConsistencyMethod method() {
        return switch (m_method) {
            case PSEUDO_LABELS -> new ConsistencyMethod.PseudoLabels(m_weight, m_shares != ClassDistribution.NONE,
                m_weights == Weights.SOFT ? OptionalDouble.empty()
                    : OptionalDouble.of(PercentPersistor.share(m_threshold)));
            case MEAN_TEACHER -> new ConsistencyMethod.MeanTeacher(m_weight);
            case VIRTUAL_ADVERSARIAL -> new ConsistencyMethod.VirtualAdversarial(m_weight, m_radius);
            case PI_MODEL -> new ConsistencyMethod.PiModel(m_weight);
        };
    }

    /** @return how it learns */
    ConsistencySettings settings() {
        return m_training.settings(m_weakShare / PERCENT, priors());
    }

    /**
     * Adds the settings that are used to a model's provenance.
     *
     * @param text takes their names and values
     * @param encoder whether there is an encoder to begin with
     */
    void describe(final Map<String, String> text, final boolean encoder) {
        text.put(LABEL_TITLE, m_label);
        text.put(METHOD_TITLE, m_method.name());
        if (m_method == Method.PSEUDO_LABELS) {
            text.put(WEIGHTING_TITLE, m_weights.name());
            if (m_weights == Weights.THRESHOLD) {
                text.put(THRESHOLD_TITLE, Double.toString(m_threshold));
            }
            text.put(ClassDistribution.TITLE, m_shares.name());
        } else if (m_method == Method.VIRTUAL_ADVERSARIAL) {
            text.put(RADIUS_TITLE, Double.toString(m_radius));
        }
        text.put(WEIGHT_TITLE, Double.toString(m_weight));
        text.put(WEAK_TITLE, Double.toString(m_weakShare));
        m_training.describe(text, encoder);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.above0(THRESHOLD_TITLE, m_threshold, PERCENT);
        Bounds.above0(RADIUS_TITLE, m_radius, MOST_RADIUS);
        Bounds.above0(WEIGHT_TITLE, m_weight, MOST_WEIGHT);
        Bounds.fromTo(WEAK_TITLE, m_weakShare, 0, PERCENT);
        if (m_shares == ClassDistribution.GIVEN) {
            ClassShareParameters.validate(m_givenShares);
        }
        m_training.validate();
    }
}

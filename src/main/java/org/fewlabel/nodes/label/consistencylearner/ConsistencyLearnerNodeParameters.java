package org.fewlabel.nodes.label.consistencylearner;

import java.util.Map;
import java.util.OptionalDouble;

import org.fewlabel.learn.consistency.ConsistencyMethod;
import org.fewlabel.learn.consistency.ConsistencySettings;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.DialogSections.MethodSection;
import org.fewlabel.nodes.label.ClassShareParameters;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelColumnChoices;
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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** The dialog of Consistency Learner. */
@LoadDefaultsForAbsentFields
final class ConsistencyLearnerNodeParameters implements NodeParameters {

    static final String LABEL_TITLE = "Label column";

    private static final String THRESHOLD_TITLE = "Least confidence";

    private static final String RADIUS_TITLE = "Radius";

    private static final String WEIGHT_TITLE = "Weight of the unlabeled rows";

    private static final String WEAK_TITLE = "Cells changed in weak views (%)";

    private static final double USUAL_THRESHOLD = 0.95;

    private static final int MOST_RADIUS = 100;

    private static final int MOST_WEIGHT = 1_000_000;

    private static final double PERCENT = 100;

    /** What the network is to say of a strong view. */
    enum Method {
        @Label(value = "Pseudo-labels (FixMatch)", description = """
            The class that is most probable for the row itself; the surer, the more it counts. Predictions are first
            brought into line with the shares of the classes, so that no class crowds out the others (FixMatch, Sohn
            et al. 2020; AdaMatch, Berthelot et al. 2022; SoftMatch, Chen et al. 2023).
            """)
        PSEUDO_LABELS,
        @Label(value = "Mean Teacher", description = """
            The probabilities that the moving average of the network gives the row (Tarvainen and Valpola 2017).
            """)
        MEAN_TEACHER,
        @Label(value = "Virtual adversarial training", description = """
            The probabilities that the network gives the row itself. The strong view is the row moved a little to
            where they change most (Miyato et al. 2018); of the pretext task only the columns count.
            """)
        VIRTUAL_ADVERSARIAL,
        @Label(value = "Pi-model", description = """
            The probabilities that the network gives the row itself, all alike (Laine and Aila 2017).
            """)
        PI_MODEL;
    }

    /** How much a pseudo-label counts. */
    enum Weights {
        @Label(value = "Soft", description = """
            Fully from the mean confidence of all rows up, and ever less below it (SoftMatch).
            """)
        SOFT,
        @Label(value = "Fixed threshold", description = "Fully from a confidence up, not at all below (FixMatch).")
        THRESHOLD;
    }

    /** What is known of how often each class occurs. */
    enum Shares {
        @Label(value = "Estimated", description = "Found from the data.")
        ESTIMATED,
        @Label(value = "Given", description = "Known, for instance from all cases of last year.")
        GIVEN,
        @Label(value = "Not used", description = "Predictions are taken as they come.")
        NONE;
    }

    interface MethodReference extends ParameterReference<Method> {
    }

    interface WeightsReference extends ParameterReference<Weights> {
    }

    interface SharesReference extends ParameterReference<Shares> {
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
            return i.getPredicate(MakesPseudoLabels.class).and(i.getEnum(SharesReference.class).isOneOf(Shares.GIVEN));
        }
    }

    static final class IsAdversarial implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(Method.VIRTUAL_ADVERSARIAL);
        }
    }

    static final class AtMost1 extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    static final class AtMost100 extends MaxValidation {
        @Override
        protected double getMax() {
            return PERCENT;
        }
    }

    @Widget(title = LABEL_TITLE, description = """
        The column with the class names. A missing cell means unlabeled. Text, booleans and whole numbers with few
        different values can be class names.
        """)
    @ChoicesProvider(LabelColumnChoices.class)
    @Layout(DataSection.class)
    String m_label = "";

    @Widget(title = "Method", description = "What the network is to say of the strong view of a row.")
    @RadioButtonsWidget
    @ValueReference(MethodReference.class)
    @Layout(MethodSection.class)
    Method m_method = Method.PSEUDO_LABELS;

    @Widget(title = "Weights", description = "How much a pseudo-label counts, by how sure the network is of it.")
    @ValueSwitchWidget
    @ValueReference(WeightsReference.class)
    @Effect(predicate = MakesPseudoLabels.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    Weights m_weights = Weights.SOFT;

    @Widget(title = THRESHOLD_TITLE, description = """
        How probable the most probable class of a row must be for it to count, above 0 and at most 1.
        """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost1.class)
    @Effect(predicate = HasThreshold.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    double m_threshold = USUAL_THRESHOLD;

    @Widget(title = "Class shares",
        description = """
            Predictions are brought into line with how often the classes occur (distribution alignment). Wrong shares do
            more harm than none.
            """,
        advanced = true)
    @ValueSwitchWidget
    @ValueReference(SharesReference.class)
    @Effect(predicate = MakesPseudoLabels.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    Shares m_shares = Shares.ESTIMATED;

    @Widget(title = "Given shares",
        description = "The share of every class. They are scaled so that they sum to 100 %.",
        advanced = true)
    @ArrayWidget(elementTitle = "Class", addButtonText = "Add class")
    @Effect(predicate = SharesAreGiven.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    ClassShareParameters[] m_givenShares = new ClassShareParameters[0];

    @Widget(title = RADIUS_TITLE, description = """
        How far a row is moved, measured in the columns scaled to 1. Too far, and rows of other classes are reached.
        """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost100.class)
    @Effect(predicate = IsAdversarial.class, type = EffectType.SHOW)
    @Layout(MethodSection.class)
    double m_radius = ConsistencyMethod.VirtualAdversarial.RADIUS;

    @Widget(title = WEIGHT_TITLE, description = """
        How much all unlabeled rows together count against the labeled ones. They gain that weight in the first third of
        the training.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(MethodSection.class)
    double m_weight = 1;

    @Widget(title = WEAK_TITLE, description = """
        How many of its cells a row exchanges before the network is asked what to say of the strong view. With 0 it is
        asked about the row itself. Images are moved by up to an eighth of their side instead.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMost100.class)
    @Layout(MethodSection.class)
    double m_weakShare = ConsistencySettings.defaults(1).weakStrength() * PERCENT;

    ConsistencyTrainingParameters m_training = new ConsistencyTrainingParameters();

    ConsistencyLearnerNodeParameters() {
        // the defaults above
    }

    ConsistencyLearnerNodeParameters(final NodeParametersInput input) {
        m_label = LabelColumn.guess(input.getInTableSpec(0).orElse(null)).orElse("");
    }

    /** @return how often the classes occur, as far as it is used */
    ClassPriors priors() {
        if (m_method != Method.PSEUDO_LABELS) {
            return new ClassPriors.None();
        }
        return switch (m_shares) {
            case ESTIMATED -> new ClassPriors.Estimated();
            case NONE -> new ClassPriors.None();
            case GIVEN -> ClassShareParameters.given(m_givenShares);
        };
    }

    /** @return the method; its numbers are in range once {@link #validate} has passed */
    ConsistencyMethod method() {
        return switch (m_method) {
            case PSEUDO_LABELS -> new ConsistencyMethod.PseudoLabels(m_weight, m_shares != Shares.NONE,
                m_weights == Weights.SOFT ? OptionalDouble.empty() : OptionalDouble.of(m_threshold));
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
        text.put("Method", m_method.name());
        if (m_method == Method.PSEUDO_LABELS) {
            text.put("Weights", m_weights.name());
            if (m_weights == Weights.THRESHOLD) {
                text.put(THRESHOLD_TITLE, Double.toString(m_threshold));
            }
            text.put("Class shares", m_shares.name());
        } else if (m_method == Method.VIRTUAL_ADVERSARIAL) {
            text.put(RADIUS_TITLE, Double.toString(m_radius));
        }
        text.put(WEIGHT_TITLE, Double.toString(m_weight));
        text.put(WEAK_TITLE, Double.toString(m_weakShare));
        m_training.describe(text, encoder);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        ConsistencyTrainingParameters.above0(THRESHOLD_TITLE, m_threshold, 1);
        ConsistencyTrainingParameters.above0(RADIUS_TITLE, m_radius, MOST_RADIUS);
        ConsistencyTrainingParameters.above0(WEIGHT_TITLE, m_weight, MOST_WEIGHT);
        if (!(m_weakShare >= 0 && m_weakShare <= PERCENT)) {
            throw new InvalidSettingsException(
                "\"" + WEAK_TITLE + "\" must be from 0 to 100, not " + m_weakShare + ".");
        }
        if (m_shares == Shares.GIVEN) {
            ClassShareParameters.validate(m_givenShares);
        }
        m_training.validate();
    }
}

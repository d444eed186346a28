package org.fewlabel.nodes.encode.contrastiveencoder;

import java.util.Map;

import org.fewlabel.learn.encode.ContrastiveEncoder;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.DialogSections.NetworkSection;
import org.fewlabel.nodes.encode.EncoderTrainingParameters;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** The dialog of Contrastive Encoder. */
@LoadDefaultsForAbsentFields
final class ContrastiveEncoderNodeParameters implements NodeParameters {

    private static final double LOWEST_TEMPERATURE = 0.02;

    private static final int HIGHEST_TEMPERATURE = 100;

    private static final int MOST_WEIGHT = 1_000_000;

    private static final String REDUNDANCY_TITLE = "Weight of redundancy";

    private static final String INVARIANCE_TITLE = "Weight of invariance";

    private static final String VARIANCE_TITLE = "Weight of variance";

    private static final String COVARIANCE_TITLE = "Weight of covariance";

    @Section(title = "Comparison")
    @After(DataSection.class)
    @Before(NetworkSection.class)
    interface LossSection {
    }

    /** How two views are compared. */
    enum Loss {
        @Label(value = "NT-Xent (SimCLR)", description = """
            Each view is to find its other view among those of all rows of the batch (Chen et al. 2020).
            """)
        NT_XENT,
        @Label(value = "Barlow Twins", description = """
            Each dimension is to be the same in both views, and different dimensions are to tell different things
            (Zbontar et al. 2021).
            """)
        BARLOW_TWINS,
        @Label(value = "VICReg", description = """
            Both views are to be near to each other, every dimension is to vary, and no two to go together (Bardes et
            al. 2022).
            """)
        VICREG;
    }

    interface LossReference extends ParameterReference<Loss> {
    }

    static final class IsNtXent implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LossReference.class).isOneOf(Loss.NT_XENT);
        }
    }

    static final class IsBarlowTwins implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LossReference.class).isOneOf(Loss.BARLOW_TWINS);
        }
    }

    static final class IsVicReg implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LossReference.class).isOneOf(Loss.VICREG);
        }
    }

    static final class LowestTemperature extends MinValidation {
        @Override
        protected double getMin() {
            return LOWEST_TEMPERATURE;
        }
    }

    static final class HighestTemperature extends MaxValidation {
        @Override
        protected double getMax() {
            return HIGHEST_TEMPERATURE;
        }
    }

    @Widget(title = "Loss", description = "How the two views of a row are compared.")
    @RadioButtonsWidget
    @ValueReference(LossReference.class)
    @Layout(LossSection.class)
    Loss m_loss = Loss.NT_XENT;

    @Widget(title = "Temperature", description = """
        How much the hardest comparisons count: the lower, the more the rows that are nearly the same. Usual are 0.1
        to 1.
        """)
    @NumberInputWidget(minValidation = LowestTemperature.class, maxValidation = HighestTemperature.class)
    @Effect(predicate = IsNtXent.class, type = EffectType.SHOW)
    @Layout(LossSection.class)
    double m_temperature = ContrastiveEncoder.TEMPERATURE;

    @Widget(title = REDUNDANCY_TITLE, description = """
        How much it counts that different dimensions tell different things (lambda in the paper).
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsBarlowTwins.class, type = EffectType.SHOW)
    @Layout(LossSection.class)
    double m_offDiagonal = 0.005;

    @Widget(title = INVARIANCE_TITLE, description = "How much it counts that the views are near to each other.",
        advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsVicReg.class, type = EffectType.SHOW)
    @Layout(LossSection.class)
    double m_invariance = 25;

    @Widget(title = VARIANCE_TITLE, description = "How much it counts that every dimension varies.", advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsVicReg.class, type = EffectType.SHOW)
    @Layout(LossSection.class)
    double m_variance = 25;

    @Widget(title = COVARIANCE_TITLE, description = "How much it counts that no two dimensions go together.",
        advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsVicReg.class, type = EffectType.SHOW)
    @Layout(LossSection.class)
    double m_covariance = 1;

    EncoderTrainingParameters m_training = new EncoderTrainingParameters();

    /** @return the loss; its numbers are in range once {@link #validate} has passed */
    Objective.TwoViews loss() {
        return switch (m_loss) {
            case NT_XENT -> new Objective.NtXent(m_temperature);
            case BARLOW_TWINS -> new Objective.BarlowTwins(m_offDiagonal);
            case VICREG -> new Objective.VicReg(m_invariance, m_variance, m_covariance);
        };
    }

    /** Adds the loss and its numbers to a model's provenance. */
    void describe(final Map<String, String> text) throws InvalidSettingsException {
        switch (m_loss) {
            case NT_XENT -> {
                text.put("Loss", "NT-Xent");
                text.put("Temperature", Double.toString(m_temperature));
            }
            case BARLOW_TWINS -> {
                text.put("Loss", "Barlow Twins");
                text.put(REDUNDANCY_TITLE, Double.toString(m_offDiagonal));
            }
            case VICREG -> {
                text.put("Loss", "VICReg");
                text.put(INVARIANCE_TITLE, Double.toString(m_invariance));
                text.put(VARIANCE_TITLE, Double.toString(m_variance));
                text.put(COVARIANCE_TITLE, Double.toString(m_covariance));
            }
        }
        m_training.describe(text);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        m_training.validate();
        if (m_training.batch().filter(batch -> batch < 2).isPresent()) {
            throw new InvalidSettingsException("\"Batch size\" must be at least 2: rows are compared with each other.");
        }
        switch (m_loss) {
            case NT_XENT -> {
                if (!(m_temperature >= LOWEST_TEMPERATURE && m_temperature <= HIGHEST_TEMPERATURE)) {
                    throw new InvalidSettingsException("\"Temperature\" must be from " + LOWEST_TEMPERATURE + " to "
                        + HIGHEST_TEMPERATURE + ", not " + m_temperature + ".");
                }
            }
            case BARLOW_TWINS -> checkWeight(REDUNDANCY_TITLE, m_offDiagonal);
            case VICREG -> {
                checkWeight(INVARIANCE_TITLE, m_invariance);
                checkWeight(VARIANCE_TITLE, m_variance);
                checkWeight(COVARIANCE_TITLE, m_covariance);
            }
        }
    }

    private static void checkWeight(final String setting, final double weight) throws InvalidSettingsException {
        if (!(weight > 0 && weight <= MOST_WEIGHT)) {
            throw new InvalidSettingsException(
                "\"" + setting + "\" must be above 0 and at most " + MOST_WEIGHT + ", not " + weight + ".");
        }
    }
}

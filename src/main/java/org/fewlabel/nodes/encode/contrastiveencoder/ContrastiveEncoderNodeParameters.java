package org.fewlabel.nodes.encode.contrastiveencoder;

import java.util.Map;

import org.fewlabel.learn.encode.ContrastiveEncoder;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtMost100;
import org.fewlabel.nodes.Bounds.AtMostMillion;
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
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** The dialog of Contrastive Encoder. */
@LoadDefaultsForAbsentFields
final class ContrastiveEncoderNodeParameters implements NodeParameters {

    private static final double LOWEST_TEMPERATURE = 0.02;

    private static final int HIGHEST_TEMPERATURE = 100;

    private static final int MOST_WEIGHT = 1_000_000;

    private static final String LOSS_TITLE = "Loss function";

    private static final String TEMPERATURE_TITLE = "Temperature";

    private static final String REDUNDANCY_TITLE = "Redundancy weight";

    private static final String INVARIANCE_TITLE = "Invariance weight";

    private static final String VARIANCE_TITLE = "Variance weight";

    private static final String COVARIANCE_TITLE = "Covariance weight";

    @Section(title = "Contrastive loss")
    @After(DataSection.class)
    @Before(NetworkSection.class)
    interface LossSection {
    }

    /** How two views are compared. */
    enum Loss {
        @Label(value = "NT-Xent (SimCLR)", description = """
            Each view has to identify the other view of its row among those of all rows of the batch.
            """)
        NT_XENT,
        @Label(value = "Barlow Twins", description = """
            Each dimension has to be equal in both views, and different dimensions have to be uncorrelated.
            """)
        BARLOW_TWINS,
        @Label(value = "VICReg", description = """
            Both views have to be close, and dimensions have to vary and to be uncorrelated.
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

    @Widget(title = LOSS_TITLE, description = "How the two views of a row are compared.")
    @ValueSwitchWidget
    @ValueReference(LossReference.class)
    @Layout(LossSection.class)
    Loss m_loss = Loss.NT_XENT;

    @Widget(title = TEMPERATURE_TITLE, description = """
        The lower, the more the loss depends on rows that are nearly the same. Usual values are 0.1 to 1.
        """, advanced = true)
    @NumberInputWidget(minValidation = LowestTemperature.class, maxValidation = AtMost100.class)
    @Effect(predicate = IsNtXent.class, type = EffectType.SHOW)
    @Layout(LossSection.class)
    double m_temperature = ContrastiveEncoder.TEMPERATURE;

    @Widget(title = REDUNDANCY_TITLE, description = "The weight of the correlation between different dimensions.",
        advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMostMillion.class)
    @Effect(predicate = IsBarlowTwins.class, type = EffectType.SHOW)
    @Layout(LossSection.class)
    double m_offDiagonal = 0.005;

    @Widget(title = INVARIANCE_TITLE, description = "The weight of the distance between both views.", advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMostMillion.class)
    @Effect(predicate = IsVicReg.class, type = EffectType.SHOW)
    @Layout(LossSection.class)
    double m_invariance = 25;

    @Widget(title = VARIANCE_TITLE, description = "The weight of the variance of the dimensions.", advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMostMillion.class)
    @Effect(predicate = IsVicReg.class, type = EffectType.SHOW)
    @Layout(LossSection.class)
    double m_variance = 25;

    @Widget(title = COVARIANCE_TITLE, description = "The weight of the covariance of the dimensions.", advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMostMillion.class)
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
                text.put(LOSS_TITLE, "NT-Xent");
                text.put(TEMPERATURE_TITLE, Double.toString(m_temperature));
            }
            case BARLOW_TWINS -> {
                text.put(LOSS_TITLE, "Barlow Twins");
                text.put(REDUNDANCY_TITLE, Double.toString(m_offDiagonal));
            }
            case VICREG -> {
                text.put(LOSS_TITLE, "VICReg");
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
        switch (m_loss) {
            case NT_XENT -> Bounds.fromTo(TEMPERATURE_TITLE, m_temperature, LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE);
            case BARLOW_TWINS -> Bounds.above0(REDUNDANCY_TITLE, m_offDiagonal, MOST_WEIGHT);
            case VICREG -> {
                Bounds.above0(INVARIANCE_TITLE, m_invariance, MOST_WEIGHT);
                Bounds.above0(VARIANCE_TITLE, m_variance, MOST_WEIGHT);
                Bounds.above0(COVARIANCE_TITLE, m_covariance, MOST_WEIGHT);
            }
        }
    }
}

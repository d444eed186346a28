package org.fewlabel.nodes.encode.autoencoder;

import java.util.Map;

import org.fewlabel.learn.encode.Autoencoder;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtMost100;
import org.fewlabel.nodes.Bounds.AtMostMillion;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.DialogSections.NetworkSection;
import org.fewlabel.nodes.encode.EncodedColumnsParameters;
import org.fewlabel.nodes.encode.EncoderTrainingParameters;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** The dialog of Autoencoder. */
@LoadDefaultsForAbsentFields
final class AutoencoderNodeParameters implements NodeParameters {

    private static final int MOST_SHARE = 100;

    private static final int MOST_WEIGHT = 1_000_000;

    private static final String METHOD_TITLE = "Method";

    private static final String SHARE_TITLE = "Changed cells (%)";

    private static final String BETA_TITLE = "KL weight (beta)";

    @Section(title = "Reconstruction")
    @After(DataSection.class)
    @Before(NetworkSection.class)
    interface ReconstructionSection {
    }

    /** The kinds of autoencoders. */
    enum Kind {
        @Label(value = "Denoising", description = """
            Some cells are changed, and the network has to reconstruct the original row.
            """)
        DENOISING,
        @Label(value = "Variational", description = """
            The embedding of a row is a distribution close to the standard normal one, so that similar rows have
            overlapping embeddings.
            """)
        VARIATIONAL;
    }

    interface KindReference extends ParameterReference<Kind> {
    }

    static final class IsDenoising implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KindReference.class).isOneOf(Kind.DENOISING);
        }
    }

    static final class IsVariational implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KindReference.class).isOneOf(Kind.VARIATIONAL);
        }
    }

    EncodedColumnsParameters m_columns = new EncodedColumnsParameters();

    @Widget(title = METHOD_TITLE, description = "What prevents the network from merely copying the row.")
    @ValueSwitchWidget
    @ValueReference(KindReference.class)
    @Layout(ReconstructionSection.class)
    Kind m_kind = Kind.DENOISING;

    @Widget(title = SHARE_TITLE, description = """
        The percentage of the cells of a row that get the value of another row before the row is reconstructed.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMost100.class)
    @Effect(predicate = IsDenoising.class, type = EffectType.SHOW)
    @Layout(ReconstructionSection.class)
    double m_share = 30;

    @Widget(title = BETA_TITLE, description = """
        The weight of the distance to the standard normal distribution. 1 is the variational bound. Lower it if most
        dimensions of the embedding are constant.
        """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostMillion.class)
    @Effect(predicate = IsVariational.class, type = EffectType.SHOW)
    @Layout(ReconstructionSection.class)
    double m_beta = 0.1;

    EncoderTrainingParameters m_training = new EncoderTrainingParameters();

    AutoencoderNodeParameters() {
        // the defaults above
    }

    AutoencoderNodeParameters(final NodeParametersInput input) {
        m_columns = new EncodedColumnsParameters(input);
    }

    /** @return the method; its numbers are in range once {@link #validate} has passed */
    Autoencoder learner() throws InvalidSettingsException {
        return new Autoencoder(Autoencoder.Variant.valueOf(m_kind.name()),
            m_kind == Kind.DENOISING ? m_share / 100 : m_beta, m_training.settings());
    }

    /** Adds the settings to a model's provenance. */
    void describe(final Map<String, String> text) throws InvalidSettingsException {
        if (m_kind == Kind.DENOISING) {
            text.put(METHOD_TITLE, "Denoising");
            text.put(SHARE_TITLE, Double.toString(m_share));
        } else {
            text.put(METHOD_TITLE, "Variational");
            text.put(BETA_TITLE, Double.toString(m_beta));
        }
        m_training.describe(text);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        m_columns.validate();
        m_training.validate();
        if (m_kind == Kind.DENOISING) {
            Bounds.fromTo(SHARE_TITLE, m_share, 0, MOST_SHARE);
        } else {
            Bounds.fromTo(BETA_TITLE, m_beta, 0, MOST_WEIGHT);
        }
    }
}

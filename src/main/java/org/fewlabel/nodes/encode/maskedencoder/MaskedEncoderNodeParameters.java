package org.fewlabel.nodes.encode.maskedencoder;

import org.fewlabel.learn.encode.MaskedEncoder;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtMost1000;
import org.fewlabel.nodes.DialogSections.DataSection;
import org.fewlabel.nodes.DialogSections.NetworkSection;
import org.fewlabel.nodes.encode.EncoderTrainingParameters;
import org.fewlabel.port.PretextPortObjectSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** The dialog of Masked Encoder. */
@LoadDefaultsForAbsentFields
final class MaskedEncoderNodeParameters implements NodeParameters {

    static final String WEIGHT_TITLE = "Reconstruction weight";

    private static final int MOST_WEIGHT = 1000;

    /** The section has one setting, for experts, and is not there at all if the task does not use it. */
    @Section(title = "Loss")
    @Advanced
    @Effect(predicate = WeighsBothQuestions.class, type = EffectType.SHOW)
    @After(DataSection.class)
    @Before(NetworkSection.class)
    interface LossSection {
    }

    /** Holds if the pretext task may ask both for the changed cells and for what they were. */
    static final class WeighsBothQuestions implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> {
                final var task = input.getInPortSpec(1).orElse(null);
                return !(task instanceof PretextPortObjectSpec pretext) || pretext.kind() == null
                    || MaskedEncoder.weighs(pretext.kind());
            });
        }
    }

    @Widget(title = WEIGHT_TITLE, description = """
        The weight of the reconstruction of the changed cells in relation to the detection of which cells were changed.
        Only tasks with both losses use it.
        """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost1000.class)
    @Layout(LossSection.class)
    double m_reconstruct = MaskedEncoder.RECONSTRUCT;

    EncoderTrainingParameters m_training = new EncoderTrainingParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.above0(WEIGHT_TITLE, m_reconstruct, MOST_WEIGHT);
        m_training.validate();
    }
}

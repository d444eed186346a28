package org.fewlabel.nodes.encode.maskedencoder;

import org.fewlabel.learn.encode.MaskedEncoder;
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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** The dialog of Masked Encoder. */
@LoadDefaultsForAbsentFields
final class MaskedEncoderNodeParameters implements NodeParameters {

    private static final int MOST_WEIGHT = 1000;

    @Section(title = "Questions")
    @After(DataSection.class)
    @Before(NetworkSection.class)
    interface QuestionsSection {
    }

    static final class AtMost1000 extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_WEIGHT;
        }
    }

    @Widget(title = "Weight of the reconstruction", description = """
        How much it counts what stood in the changed cells, in relation to which cells were changed (alpha in the
        paper). Tasks that ask only one of the two do not use it.
        """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost1000.class)
    @Layout(QuestionsSection.class)
    double m_reconstruct = MaskedEncoder.RECONSTRUCT;

    EncoderTrainingParameters m_training = new EncoderTrainingParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_reconstruct > 0 && m_reconstruct <= MOST_WEIGHT)) {
            throw new InvalidSettingsException("\"Weight of the reconstruction\" must be above 0 and at most "
                + MOST_WEIGHT + ", not " + m_reconstruct + ".");
        }
        m_training.validate();
    }
}

package org.fewlabel.nodes.label.consistencylearner;

import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.consistency.ConsistencySettings;
import org.fewlabel.learn.encode.Architecture;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.nodes.DialogSections.NetworkSection;
import org.fewlabel.nodes.DialogSections.TrainingSection;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The parts of the dialog of Consistency Learner for the network and its training. */
@LoadDefaultsForAbsentFields
final class ConsistencyTrainingParameters implements NodeParameters {

    static final String FREEZE_TITLE = "Freeze the encoder";

    private static final String RATIO_TITLE = "Unlabeled rows for each labeled one";

    private static final String EPOCHS_TITLE = "Epochs";

    private static final String RATE_TITLE = "Learning rate";

    private static final ConsistencySettings USUAL = ConsistencySettings.defaults(1);

    private static final int MOST_RATIO = 1000;

    /** How large a network is that begins from scratch. */
    enum Size {
        @Label(value = "Small", description = "Layers of 64, 64 and 32: for few columns, or a few hundred rows.")
        SMALL(Architecture.SMALL),
        @Label(value = "Medium", description = "Layers of 256, 256 and 128: for most tables.")
        MEDIUM(Architecture.MEDIUM),
        @Label(value = "Large",
            description = "Layers of 512, 512, 512 and 256: for hundreds of columns and very many rows.")
        LARGE(Architecture.LARGE);

        private final Architecture architecture;

        Size(final Architecture architecture) {
            this.architecture = architecture;
        }
    }

    static final class AtMost1000 extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_RATIO;
        }
    }

    static final class UsualEpochs implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 100;
        }
    }

    @Widget(title = FREEZE_TITLE,
        description = """
            Leaves the encoder as it is and learns only the layer for the classes behind it (a probe): for very few
            labels and an encoder that Encoder Check finds good. If it is off, the encoder learns too, in smaller steps.
            Without an encoder at the third input this does nothing.
            """)
    @Layout(NetworkSection.class)
    boolean m_freeze;

    @Widget(title = "Size", description = """
        How wide the layers are of a network that begins from scratch. With an encoder at the third input its layers are
        taken, and this does nothing.
        """)
    @ValueSwitchWidget
    @Layout(NetworkSection.class)
    Size m_size = Size.MEDIUM;

    @Widget(title = EPOCHS_TITLE, description = """
        How often training goes through all rows. If it is off, as often as makes about 2,000 steps.
        """)
    @OptionalWidget(defaultProvider = UsualEpochs.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(TrainingSection.class)
    Optional<Integer> m_epochs = Optional.empty();

    @Widget(title = RATIO_TITLE, description = """
        How many unlabeled rows a step is given for each of its at most 64 labeled ones.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost1000.class)
    @Layout(TrainingSection.class)
    double m_ratio = USUAL.ratio();

    @Widget(title = RATE_TITLE,
        description = """
            How large the steps are at most. It rises to this in the first steps and then falls along half a cosine; an
            encoder learns at a tenth of it. If the loss is no longer a number, training stops and the message says so:
            lower it then.
            """,
        advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(TrainingSection.class)
    double m_learningRate = USUAL.learningRate();

    @Widget(title = "Random seed",
        description = """
            Decides the first weights, the order of rows, and what is drawn. The same seed gives the same classifier
            again on the same kind of machine.
            """)
    @Layout(TrainingSection.class)
    long m_seed = USUAL.seed();

    /** @return how it learns; in range once {@link #validate} has passed */
    ConsistencySettings settings(final double weakStrength, final ClassPriors priors) {
        return new ConsistencySettings(m_epochs.orElse(0), USUAL.labeled(), m_ratio, m_learningRate,
            m_freeze ? 0 : USUAL.bodyShare(), USUAL.weightDecay(), USUAL.average(), weakStrength, priors, m_seed);
    }

    /** @return the network that begins from scratch */
    EncoderSettings network() {
        final var usual = EncoderSettings.defaults(m_seed);
        return new EncoderSettings(m_size.architecture, usual.scaling(), usual.training());
    }

    /**
     * Adds the settings that are used to a model's provenance.
     *
     * @param text takes their names and values
     * @param encoder whether there is an encoder to begin with
     */
    void describe(final Map<String, String> text, final boolean encoder) {
        if (encoder) {
            text.put(FREEZE_TITLE, Boolean.toString(m_freeze));
        } else {
            text.put("Layer widths", m_size.architecture.widths().toString());
        }
        text.put(EPOCHS_TITLE, m_epochs.map(Object::toString).orElse("automatic"));
        text.put(RATIO_TITLE, Double.toString(m_ratio));
        text.put(RATE_TITLE, Double.toString(m_learningRate));
        text.put("Random seed", Long.toString(m_seed));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        above0(RATIO_TITLE, m_ratio, MOST_RATIO);
        above0(RATE_TITLE, m_learningRate, Double.MAX_VALUE);
        if (m_epochs.isPresent() && m_epochs.get() < 1) {
            throw new InvalidSettingsException(
                "\"" + EPOCHS_TITLE + "\" must be at least 1, not " + m_epochs.get() + ".");
        }
    }

    /** @throws InvalidSettingsException if the value is not a number above 0, or above the most */
    static void above0(final String setting, final double value, final double most)
        throws InvalidSettingsException {
        if (!(value > 0 && value <= most)) {
            throw new InvalidSettingsException("\"" + setting + "\" must be above 0"
                + (most == Double.MAX_VALUE ? "" : " and at most " + (long)most) + ", not " + value + ".");
        }
    }
}

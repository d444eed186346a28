package org.fewlabel.nodes.label.consistencylearner;

import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.consistency.ConsistencySettings;
import org.fewlabel.learn.encode.Architecture;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.nodes.AppendedTexts;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtMost1000;
import org.fewlabel.nodes.DialogSections.TrainingSection;
import org.fewlabel.nodes.InputPredicates.HasEncoder;
import org.fewlabel.nodes.InputPredicates.HasNoEncoder;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The parts of the dialog of Consistency Learner for the network and its training. */
@LoadDefaultsForAbsentFields
final class ConsistencyTrainingParameters implements NodeParameters {

    static final String FREEZE_TITLE = "Freeze encoder (train classifier only)";

    private static final String RATIO_TITLE = "Unlabeled rows per labeled row";

    private static final String EPOCHS_TITLE = "Set number of epochs";

    private static final String RATE_TITLE = "Learning rate";

    private static final ConsistencySettings USUAL = ConsistencySettings.defaults(1);

    private static final int MOST_RATIO = 1000;

    /** How large a network is that begins from scratch. */
    enum Size {
        @Label(value = "Small", description = "64, 64 and 32 units: for few columns or a few hundred rows.")
        SMALL(Architecture.SMALL),
        @Label(value = "Medium", description = "256, 256 and 128 units: for most tables.")
        MEDIUM(Architecture.MEDIUM),
        @Label(value = "Large",
            description = "512, 512, 512 and 256 units: for hundreds of columns and very many rows.")
        LARGE(Architecture.LARGE);

        private final Architecture architecture;

        Size(final Architecture architecture) {
            this.architecture = architecture;
        }
    }

    static final class UsualEpochs implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 100;
        }
    }

    @Widget(title = "Network size", description = "The number of units in each layer of the network.")
    @ValueSwitchWidget
    @Effect(predicate = HasNoEncoder.class, type = EffectType.SHOW)
    @Layout(TrainingSection.class)
    Size m_size = Size.MEDIUM;

    @Widget(title = FREEZE_TITLE, description = """
        Keeps the encoder as it is and trains only the classification layer. For very few labels and an encoder that
        Encoder Check rates as good. Otherwise the encoder is trained further, in smaller steps.
        """, advanced = true)
    @Effect(predicate = HasEncoder.class, type = EffectType.SHOW)
    @Layout(TrainingSection.class)
    boolean m_freeze;

    @Widget(title = EPOCHS_TITLE, description = """
        How many times training passes over all rows. If not set, as many times as make about 2,000 steps.
        """)
    @OptionalWidget(defaultProvider = UsualEpochs.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(TrainingSection.class)
    Optional<Integer> m_epochs = Optional.empty();

    @Widget(title = RATIO_TITLE, description = """
        How many unlabeled rows a batch has for each of its labeled rows, which are at most 64.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost1000.class)
    @Layout(TrainingSection.class)
    double m_ratio = USUAL.ratio();

    @Widget(title = RATE_TITLE,
        description = """
            The maximum step size. It rises to this value in the first steps and then decreases. Lower it if the node
            reports that training diverged. A given encoder is trained with a tenth of it.
            """,
        advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(TrainingSection.class)
    double m_learningRate = USUAL.learningRate();

    @Widget(title = AppendedTexts.SEED, description = AppendedTexts.SEED_HELP, advanced = true)
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
            text.put("Units per layer", m_size.architecture.widths().toString());
        }
        text.put("Epochs", m_epochs.map(Object::toString).orElse("automatic"));
        text.put(RATIO_TITLE, Double.toString(m_ratio));
        text.put(RATE_TITLE, Double.toString(m_learningRate));
        text.put(AppendedTexts.SEED, Long.toString(m_seed));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.above0(RATIO_TITLE, m_ratio, MOST_RATIO);
        Bounds.check(m_learningRate > 0 && Double.isFinite(m_learningRate), RATE_TITLE, "above 0", m_learningRate);
        if (m_epochs.isPresent()) {
            Bounds.atLeast(EPOCHS_TITLE, m_epochs.get(), 1);
        }
    }
}

package org.fewlabel.nodes.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.encode.Architecture;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.nodes.DialogSections.NetworkSection;
import org.fewlabel.nodes.DialogSections.TrainingSection;
import org.fewlabel.table.Report;
import org.fewlabel.table.TrainingMessages;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** How large an encoder's network is and how it is trained: the same for all learners of encoders. */
@LoadDefaultsForAbsentFields
public final class EncoderTrainingParameters implements NodeParameters {

    private static final int MOST_WIDTH = 4096;

    private static final int MOST_LAYERS = 16;

    /** How large the network is. */
    enum Size {
        @Label(value = "Small", description = "Layers of 64, 64 and 32: for few columns, or a few hundred rows.")
        SMALL,
        @Label(value = "Medium", description = "Layers of 256, 256 and 128: for most tables.")
        MEDIUM,
        @Label(value = "Large",
            description = "Layers of 512, 512, 512 and 256: for hundreds of columns and very many rows.")
        LARGE,
        @Label(value = "Custom", description = "Layers as wide as you say.")
        CUSTOM;
    }

    /** How numbers are scaled. */
    enum Scaling {
        @Label(value = "Robust", description = """
            By what lies between the 1st and 99th percentile; columns of one scale, such as pixels, together. A
            typing error does no harm.
            """)
        ROBUST,
        @Label(value = "Standard", description = "To mean 0 and standard deviation 1, column by column.")
        STANDARD;
    }

    interface SizeReference extends ParameterReference<Size> {
    }

    static final class IsCustom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SizeReference.class).isOneOf(Size.CUSTOM);
        }
    }

    interface EarlyStoppingReference extends ParameterReference<Boolean> {
    }

    static final class StopsEarly implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(EarlyStoppingReference.class).isTrue();
        }
    }

    static final class UsualEpochs implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 200;
        }
    }

    static final class UsualPatience implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 20;
        }
    }

    static final class UsualBatch implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 128;
        }
    }

    @Widget(title = "Size", description = """
        How wide the layers of the network are. The last is the length of the embedding. If words are masked, it is also
        that of the vector of each piece of a word, and the network is a transformer of 2 blocks, or 4 from 256 on.
        """)
    @ValueSwitchWidget
    @ValueReference(SizeReference.class)
    @Layout(NetworkSection.class)
    Size m_size = Size.MEDIUM;

    @Widget(title = "Layer widths", description = """
        Whole numbers separated by commas, from the first layer to the embedding, for instance 256, 256, 64.
        """)
    @Effect(predicate = IsCustom.class, type = EffectType.SHOW)
    @Layout(NetworkSection.class)
    String m_widths = "256, 256, 128";

    @Widget(title = "Scaling of numbers", description = "How columns of numbers are made comparable.", advanced = true)
    @ValueSwitchWidget
    @Layout(NetworkSection.class)
    Scaling m_scaling = Scaling.ROBUST;

    @Widget(title = "Stop early", description = """
        Holds out a tenth of the rows and ends training when their loss no longer falls. The weights with the smallest
        such loss are kept.
        """)
    @ValueReference(EarlyStoppingReference.class)
    @Layout(TrainingSection.class)
    boolean m_earlyStopping = true;

    @Widget(title = "Epochs", description = """
        How often training goes through all rows, at most. If it is off, as often as makes about 2,000 steps, 20 times
        at least; if words are masked, 3 times at least.
        """)
    @OptionalWidget(defaultProvider = UsualEpochs.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(TrainingSection.class)
    Optional<Integer> m_epochs = Optional.empty();

    @Widget(title = "Patience", description = """
        After how many epochs without a smaller loss training stops. If it is off, after a fifth of all epochs.
        """, advanced = true)
    @OptionalWidget(defaultProvider = UsualPatience.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = StopsEarly.class, type = EffectType.SHOW)
    @Layout(TrainingSection.class)
    Optional<Integer> m_patience = Optional.empty();

    @Widget(title = "Batch size", description = """
        How many rows the network sees at a time. If it is off, from 32 to 256, by the size of the table; if words are
        masked, from 16 to 64, by the length of the texts.
        """, advanced = true)
    @OptionalWidget(defaultProvider = UsualBatch.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(TrainingSection.class)
    Optional<Integer> m_batch = Optional.empty();

    @Widget(title = "Learning rate", description = """
        How large the steps are at most. It rises to this in the first steps and then falls along half a cosine. If the
        loss is no longer a number, training stops and the message says so: lower it then.
        """, advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(TrainingSection.class)
    double m_learningRate = 1e-3;

    @Widget(title = "Weight decay", description = "How strongly weights are drawn to 0 (AdamW).", advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(TrainingSection.class)
    double m_weightDecay = 1e-4;

    @Widget(title = "Random seed", description = """
        Decides the first weights, the order of rows, and what is drawn. The same seed gives the same encoder again on
        the same kind of machine.
        """)
    @Layout(TrainingSection.class)
    long m_seed = 1;

    /** The defaults. */
    public EncoderTrainingParameters() {
        // the defaults above
    }

    @Override
    public void validate() throws InvalidSettingsException {
        atLeast1("Epochs", m_epochs);
        atLeast1("Patience", m_patience);
        atLeast1("Batch size", m_batch);
        if (!(m_learningRate > 0) || Double.isInfinite(m_learningRate)) {
            throw new InvalidSettingsException("\"Learning rate\" must be above 0, not " + m_learningRate + ".");
        }
        if (!(m_weightDecay >= 0) || Double.isInfinite(m_weightDecay)) {
            throw new InvalidSettingsException("\"Weight decay\" must be 0 or more, not " + m_weightDecay + ".");
        }
        architecture();
    }

    private static void atLeast1(final String setting, final Optional<Integer> value) throws InvalidSettingsException {
        if (value.isPresent() && value.get() < 1) {
            throw new InvalidSettingsException("\"" + setting + "\" must be at least 1, not " + value.get() + ".");
        }
    }

    /**
     * @return the layers
     * @throws InvalidSettingsException if the custom widths are not whole numbers in range
     */
    public Architecture architecture() throws InvalidSettingsException {
        return switch (m_size) {
            case SMALL -> Architecture.SMALL;
            case MEDIUM -> Architecture.MEDIUM;
            case LARGE -> Architecture.LARGE;
            case CUSTOM -> new Architecture(widths());
        };
    }

    private List<Integer> widths() throws InvalidSettingsException {
        final var widths = new ArrayList<Integer>();
        for (final var text : m_widths.split(",", -1)) {
            final var number = text.strip();
            if (!number.matches("[1-9]\\d{0,3}") || Integer.parseInt(number) > MOST_WIDTH) {
                throw new InvalidSettingsException("\"Layer widths\" must be whole numbers from 1 to " + MOST_WIDTH
                    + ", separated by commas, such as 256, 256, 64. \"" + number + "\" is none.");
            }
            widths.add(Integer.parseInt(number));
        }
        if (widths.size() > MOST_LAYERS) {
            throw new InvalidSettingsException(
                "\"Layer widths\" names " + widths.size() + " layers, and at most " + MOST_LAYERS + " make sense.");
        }
        return widths;
    }

    /** @return the batch size, if the user gave one */
    public Optional<Integer> batch() {
        return m_batch;
    }

    /** @return the same for the methods */
    public EncoderSettings settings() throws InvalidSettingsException {
        final var training = new TrainingSettings(m_epochs.orElse(0), m_batch.orElse(0), m_learningRate, 1,
            m_weightDecay,
            TrainingSettings.defaults(m_seed).clip(), 0, Integer.MAX_VALUE, m_seed);
        return new EncoderSettings(architecture(), InputEncoder.Scaling.valueOf(m_scaling.name()),
            m_earlyStopping
                ? training.withEarlyStopping(TrainingSettings.defaults(m_seed).heldOut(), m_patience.orElse(0))
                : training);
    }

    /**
     * Adds the settings to a model's provenance.
     *
     * @param text takes their names and values
     */
    public void describe(final Map<String, String> text) throws InvalidSettingsException {
        text.put("Layer widths", architecture().widths().toString());
        text.put("Scaling of numbers", m_scaling == Scaling.ROBUST ? "Robust" : "Standard");
        text.put("Stop early", Boolean.toString(m_earlyStopping));
        text.put("Epochs", m_epochs.map(Object::toString).orElse("automatic"));
        text.put("Batch size", m_batch.map(Object::toString).orElse("automatic"));
        text.put("Learning rate", Double.toString(m_learningRate));
        text.put("Weight decay", Double.toString(m_weightDecay));
        text.put("Random seed", Long.toString(m_seed));
    }

    /** @return what the user should know of these settings for so many rows */
    public Report notes(final int rows) {
        return m_batch.map(batch -> TrainingMessages.batchSize(batch, rows)).orElseGet(Report::new);
    }
}

package org.fewlabel.nodes.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.encode.Architecture;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.nodes.AppendedTexts;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtLeast2;
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
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** How large an encoder's network is and how it is trained: the same for all learners of encoders. */
@LoadDefaultsForAbsentFields
public final class EncoderTrainingParameters implements NodeParameters {

    private static final String UNITS_TITLE = "Units per layer";

    private static final String EPOCHS_TITLE = "Set number of epochs";

    private static final String PATIENCE_TITLE = "Set patience (epochs)";

    private static final String BATCH_TITLE = "Set batch size";

    private static final String RATE_TITLE = "Learning rate";

    private static final String DECAY_TITLE = "Weight decay";

    private static final String SCALING_TITLE = "Scaling of numbers";

    private static final String STOPPING_TITLE = "Use early stopping";

    private static final int MOST_WIDTH = 4096;

    private static final int MOST_LAYERS = 16;

    /** A whole number from 1 to 4096, for the dialog. */
    private static final String UNIT = "([1-9]\\d{0,2}|[1-3]\\d{3}|40[0-8]\\d|409[0-6])";

    /** How large the network is. */
    enum Size {
        @Label(value = "Small", description = "64, 64 and 32 units: for few columns or a few hundred rows.")
        SMALL,
        @Label(value = "Medium", description = "256, 256 and 128 units: for most tables.")
        MEDIUM,
        @Label(value = "Large",
            description = "512, 512, 512 and 256 units: for hundreds of columns and very many rows.")
        LARGE,
        @Label(value = "Custom", description = "The units of each layer are listed below.")
        CUSTOM;
    }

    /** How numbers are scaled. */
    enum Scaling {
        @Label(value = "Robust", description = """
            By the range from the 1st to the 99th percentile, so that outliers do no harm. Columns of one scale, such as
            pixels, are scaled together.
            """)
        ROBUST,
        @Label(value = "Standard", description = "To mean 0 and standard deviation 1 in each column.")
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

    static final class Units extends PatternValidation {
        @Override
        public String getErrorMessage() {
            return "Enter 1 to " + MOST_LAYERS + " whole numbers from 1 to " + MOST_WIDTH
                + ", separated by commas, such as 256, 256, 64.";
        }

        @Override
        protected String getPattern() {
            return "^\\s*" + UNIT + "\\s*(,\\s*" + UNIT + "\\s*){0," + (MOST_LAYERS - 1) + "}$";
        }
    }

    @Widget(title = "Network size",
        description = """
            The number of units in each layer. The last layer is the embedding. For masked words, the network is a
            transformer of 2 blocks, or of 4 if the embedding has 256 units or more.
            """)
    @ValueSwitchWidget
    @ValueReference(SizeReference.class)
    @Layout(NetworkSection.class)
    Size m_size = Size.MEDIUM;

    @Widget(title = UNITS_TITLE, description = """
        Whole numbers separated by commas, from the first layer to the embedding.
        """)
    @TextInputWidget(placeholder = "256, 256, 64", patternValidation = Units.class)
    @Effect(predicate = IsCustom.class, type = EffectType.SHOW)
    @Layout(NetworkSection.class)
    String m_widths = "256, 256, 128";

    @Widget(title = SCALING_TITLE, description = "How numeric columns are made comparable.", advanced = true)
    @ValueSwitchWidget
    @Layout(NetworkSection.class)
    Scaling m_scaling = Scaling.ROBUST;

    @Widget(title = EPOCHS_TITLE,
        description = """
            The maximum number of passes over all rows. If not set, as many as make about 2,000 steps, but at least 20
            (3 for masked words).
            """)
    @OptionalWidget(defaultProvider = UsualEpochs.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(TrainingSection.class)
    Optional<Integer> m_epochs = Optional.empty();

    @Widget(title = STOPPING_TITLE,
        description = """
            Holds out a tenth of the rows and stops training when their loss no longer decreases. The weights with the
            smallest such loss are kept.
            """,
        advanced = true)
    @ValueReference(EarlyStoppingReference.class)
    @Layout(TrainingSection.class)
    boolean m_earlyStopping = true;

    @Widget(title = PATIENCE_TITLE, description = """
        Training stops after so many epochs without a smaller loss. If not set, after a fifth of all epochs.
        """, advanced = true)
    @OptionalWidget(defaultProvider = UsualPatience.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = StopsEarly.class, type = EffectType.SHOW)
    @Layout(TrainingSection.class)
    Optional<Integer> m_patience = Optional.empty();

    @Widget(title = BATCH_TITLE,
        description = """
            The number of rows in each training step. If not set, from 32 to 256, depending on the size of the table (16
            to 64 for masked words).
            """,
        advanced = true)
    @OptionalWidget(defaultProvider = UsualBatch.class)
    @NumberInputWidget(minValidation = AtLeast2.class)
    @Layout(TrainingSection.class)
    Optional<Integer> m_batch = Optional.empty();

    @Widget(title = RATE_TITLE,
        description = """
            The maximum step size. It rises to this value in the first steps and then decreases. Lower it if the node
            reports that training diverged.
            """,
        advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(TrainingSection.class)
    double m_learningRate = 1e-3;

    @Widget(title = DECAY_TITLE, description = "How strongly weights are drawn to 0 (AdamW).", advanced = true)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(TrainingSection.class)
    double m_weightDecay = 1e-4;

    @Widget(title = AppendedTexts.SEED, description = AppendedTexts.SEED_HELP, advanced = true)
    @Layout(TrainingSection.class)
    long m_seed = 1;

    /** The defaults. */
    public EncoderTrainingParameters() {
        // the defaults above
    }

    @Override
    public void validate() throws InvalidSettingsException {
        atLeast(EPOCHS_TITLE, m_epochs, 1);
        atLeast(PATIENCE_TITLE, m_patience, 1);
        atLeast(BATCH_TITLE, m_batch, 2);
        Bounds.check(m_learningRate > 0 && Double.isFinite(m_learningRate), RATE_TITLE, "above 0", m_learningRate);
        Bounds.check(m_weightDecay >= 0 && Double.isFinite(m_weightDecay), DECAY_TITLE, "0 or more", m_weightDecay);
        architecture();
    }

    private static void atLeast(final String setting, final Optional<Integer> value, final int least)
        throws InvalidSettingsException {
        if (value.isPresent()) {
            Bounds.atLeast(setting, value.get(), least);
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
                throw new InvalidSettingsException(
                    "\"" + UNITS_TITLE + "\" must be whole numbers from 1 to " + MOST_WIDTH
                        + ", separated by commas, such as 256, 256, 64. \"" + number + "\" is not.");
            }
            widths.add(Integer.parseInt(number));
        }
        if (widths.size() > MOST_LAYERS) {
            throw new InvalidSettingsException(
                "\"" + UNITS_TITLE + "\" lists " + widths.size() + " layers, and there can be at most " + MOST_LAYERS
                    + ".");
        }
        return widths;
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
        text.put(UNITS_TITLE, architecture().widths().toString());
        text.put(SCALING_TITLE, m_scaling == Scaling.ROBUST ? "Robust" : "Standard");
        text.put(STOPPING_TITLE, Boolean.toString(m_earlyStopping));
        text.put("Epochs", m_epochs.map(Object::toString).orElse("automatic"));
        text.put("Batch size", m_batch.map(Object::toString).orElse("automatic"));
        text.put(RATE_TITLE, Double.toString(m_learningRate));
        text.put(DECAY_TITLE, Double.toString(m_weightDecay));
        text.put(AppendedTexts.SEED, Long.toString(m_seed));
    }

    /** @return what the user should know of these settings for so many rows */
    public Report notes(final int rows) {
        return m_batch.map(batch -> TrainingMessages.batchSize(batch, rows)).orElseGet(Report::new);
    }
}

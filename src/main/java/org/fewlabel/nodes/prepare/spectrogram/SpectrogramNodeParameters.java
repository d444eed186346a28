package org.fewlabel.nodes.prepare.spectrogram;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

import org.fewlabel.learn.audio.MelScale;
import org.fewlabel.nodes.Bounds;
import org.fewlabel.nodes.Bounds.AtMost1000;
import org.fewlabel.nodes.Bounds.AtMost10000;
import org.fewlabel.nodes.DialogSections.OutputSection;
import org.fewlabel.table.sound.RecordingColumn;
import org.fewlabel.table.sound.RecordingColumnChoices;
import org.fewlabel.table.sound.WantedSound;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
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
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Spectrogram. */
@LoadDefaultsForAbsentFields
final class SpectrogramNodeParameters implements NodeParameters {

    static final String COLUMN_TITLE = "Recordings";

    private static final String COEFFICIENTS_TITLE = "Number of coefficients";

    private static final String PARTS_TITLE = "Number of time segments";

    private static final String SECONDS_TITLE = "Set length (seconds)";

    private static final String TRIM_TITLE = "Trim silence (dB below maximum)";

    private static final String RATE_TITLE = "Set sample rate (Hz)";

    private static final String BANDS_TITLE = "Number of mel bands";

    private static final String WINDOW_TITLE = "Window (ms)";

    private static final String STEP_TITLE = "Step (ms)";

    private static final int FEWEST_SAMPLES = 1000;

    private static final int MOST_SAMPLES = 384_000;

    private static final int MOST_PARTS = 10_000;

    private static final int MOST_BANDS = 1000;

    private static final int MOST_MILLIS = 10_000;

    private static final int MOST_SECONDS = 3600;

    private static final int MOST_DECIBELS = 200;

    private static final double MILLIS = 1000;

    @Section(title = "Length")
    interface LengthSection {
    }

    @Section(title = "Sound")
    @Advanced
    @After(LengthSection.class)
    @Before(OutputSection.class)
    interface SoundSection {
    }

    /** What a frame is described by. */
    enum Description {
        @Label(value = "Log-mel spectrogram", description = "The loudness of each frequency band in decibels.")
        SPECTROGRAM,
        @Label(value = "MFCC", description = """
            Mel-frequency cepstral coefficients, the shape of the spectrum in a few numbers. The vectors are shorter and
            suit linear classifiers.
            """)
        MFCC;
    }

    /** How vectors become equally long. */
    enum Length {
        @Label(value = "Stretch",
            description = """
                Divides every recording into the same number of time segments, each described by the mean of its frames.
                Slow and fast recordings become similar.
                """)
        STRETCH,
        @Label(value = "Pad or crop", description = """
            Keeps frames as they are. Shorter recordings are padded with silence, longer ones cropped to the middle.
            """)
        PAD_OR_CROP;
    }

    /** The mel scale. */
    enum Scale {
        @Label(value = "Slaney", description = "Linear below 1,000 Hz and logarithmic above, as in librosa.")
        SLANEY,
        @Label(value = "HTK", description = "The formula of the Hidden Markov Model Toolkit.")
        HTK;
    }

    /** What becomes of a row whose recording cannot be used. */
    enum Unusable {
        @Label(value = "Insert missing value", description = "Continues, and the node's message names the rows.")
        MISSING,
        @Label(value = "Fail", description = "Stops at the first such recording.")
        FAIL;
    }

    interface DescriptionReference extends ParameterReference<Description> {
    }

    interface LengthReference extends ParameterReference<Length> {
    }

    static final class IsMfcc implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DescriptionReference.class).isOneOf(Description.MFCC);
        }
    }

    static final class IsStretch implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LengthReference.class).isOneOf(Length.STRETCH);
        }
    }

    static final class IsPadOrCrop implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LengthReference.class).isOneOf(Length.PAD_OR_CROP);
        }
    }

    static final class OneSecond implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 1.0;
        }
    }

    static final class ThirtyDecibels implements DefaultValueProvider<Double> {
        @Override
        public Double computeState(final NodeParametersInput input) {
            return 30.0;
        }
    }

    static final class SixteenThousand implements DefaultValueProvider<Integer> {
        @Override
        public Integer computeState(final NodeParametersInput input) {
            return 16_000;
        }
    }

    static final class LowestRate extends MinValidation {
        @Override
        protected double getMin() {
            return FEWEST_SAMPLES;
        }
    }

    static final class HighestRate extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_SAMPLES;
        }
    }

    static final class AtMostAnHour extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_SECONDS;
        }
    }

    static final class AtMost200 extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_DECIBELS;
        }
    }

    /** There are no more coefficients than bands. */
    static final class AtMostBands implements StateProvider<MaxValidation> {

        private Supplier<Integer> bands;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            bands = initializer.computeFromValueSupplier(BandsReference.class);
        }

        @Override
        public MaxValidation computeState(final NodeParametersInput input) {
            final var most = bands.get();
            return new MaxValidation() {
                @Override
                protected double getMax() {
                    return most;
                }
            };
        }
    }

    interface BandsReference extends ParameterReference<Integer> {
    }

    @Widget(title = COLUMN_TITLE, description = """
        The column with WAV files (binary objects) or with their paths. Missing cells stay missing.
        """)
    @ChoicesProvider(RecordingColumnChoices.class)
    String m_column = "";

    @Widget(title = "Output features", description = "What the numbers of the appended column describe.")
    @ValueSwitchWidget
    @ValueReference(DescriptionReference.class)
    Description m_description = Description.SPECTROGRAM;

    @Widget(title = COEFFICIENTS_TITLE,
        description = "How many coefficients describe a frame, at most one per mel band.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidationProvider = AtMostBands.class)
    @Effect(predicate = IsMfcc.class, type = EffectType.SHOW)
    int m_coefficients = 13;

    @Widget(title = "Normalize loudness and timbre", description = """
        Subtracts the mean of each frame and of each band over the recording, so that loud and quiet voices or different
        microphones look alike. Otherwise, the numbers are decibels as in librosa.
        """)
    boolean m_centre = true;

    @Widget(title = "Unify length", description = "How all vectors get the same length.")
    @ValueSwitchWidget
    @ValueReference(LengthReference.class)
    @Layout(LengthSection.class)
    Length m_length = Length.STRETCH;

    @Widget(title = PARTS_TITLE, description = "The number of time segments into which each recording is divided.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMost10000.class)
    @Effect(predicate = IsStretch.class, type = EffectType.SHOW)
    @Layout(LengthSection.class)
    int m_parts = 16;

    @Widget(title = SECONDS_TITLE, description = """
        The length to which recordings are padded or cropped. If not set, the length that 95 % of the recordings do not
        exceed.
        """)
    @OptionalWidget(defaultProvider = OneSecond.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMostAnHour.class)
    @Effect(predicate = IsPadOrCrop.class, type = EffectType.SHOW)
    @Layout(LengthSection.class)
    Optional<Double> m_seconds = Optional.empty();

    @Widget(title = TRIM_TITLE, description = """
        Removes frames at both ends that are quieter than the loudest frame by more than this number of decibels. If not
        set, all frames are kept.
        """, advanced = true)
    @OptionalWidget(defaultProvider = ThirtyDecibels.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost200.class)
    @Layout(LengthSection.class)
    Optional<Double> m_trim = Optional.of(30.0);

    @Widget(title = RATE_TITLE,
        description = """
            The sample rate to which all recordings are converted. If not set, the lowest rate among them, but at least
            8,000 and at most 16,000.
            """)
    @OptionalWidget(defaultProvider = SixteenThousand.class)
    @NumberInputWidget(minValidation = LowestRate.class, maxValidation = HighestRate.class)
    @Layout(SoundSection.class)
    Optional<Integer> m_rate = Optional.empty();

    @Widget(title = BANDS_TITLE, description = "The number of frequency bands.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = AtMost1000.class)
    @ValueReference(BandsReference.class)
    @Layout(SoundSection.class)
    int m_bands = 40;

    @Widget(title = WINDOW_TITLE, description = "The length of the sound that a frame describes.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost10000.class)
    @Layout(SoundSection.class)
    double m_window = 25;

    @Widget(title = STEP_TITLE, description = "The time between the centers of two consecutive frames.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMost10000.class)
    @Layout(SoundSection.class)
    double m_step = 10;

    @Widget(title = "Mel scale", description = "How the bands are spaced.")
    @ValueSwitchWidget
    @Layout(SoundSection.class)
    Scale m_scale = Scale.SLANEY;

    @Widget(title = "If a recording cannot be used", description = """
        What happens if a file is missing, empty, silent, or not WAV.
        """)
    @ValueSwitchWidget
    @Layout(OutputSection.class)
    Unusable m_unusable = Unusable.MISSING;

    @Widget(title = "Append pictures", description = "Appends a column with PNG pictures of the vectors to look at.")
    @Layout(OutputSection.class)
    boolean m_image = false;

    SpectrogramNodeParameters() {
        // the defaults above
    }

    SpectrogramNodeParameters(final NodeParametersInput input) {
        m_column = RecordingColumn.detect(input.getInTableSpec(0).orElse(null)).orElse("");
    }

    WantedSound wanted() {
        return new WantedSound(m_rate.map(OptionalInt::of).orElse(OptionalInt.empty()), m_window / MILLIS,
            m_step / MILLIS,
            m_bands, MelScale.valueOf(m_scale.name()), m_trim.orElse(Double.POSITIVE_INFINITY), m_centre,
            m_length == Length.STRETCH ? m_parts : 0, m_seconds.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
            m_description == Description.MFCC ? m_coefficients : 0, m_image, m_unusable == Unusable.FAIL);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.fromTo(PARTS_TITLE, m_parts, 1, MOST_PARTS);
        Bounds.fromTo(BANDS_TITLE, m_bands, 1, MOST_BANDS);
        Bounds.check(m_description != Description.MFCC || m_coefficients >= 1 && m_coefficients <= m_bands,
            COEFFICIENTS_TITLE, "at least 1 and at most the number of mel bands (" + m_bands + ")", m_coefficients);
        Bounds.above0(WINDOW_TITLE, m_window, MOST_MILLIS);
        Bounds.above0(STEP_TITLE, m_step, MOST_MILLIS);
        Bounds.fromTo(RATE_TITLE, m_rate.orElse(FEWEST_SAMPLES), FEWEST_SAMPLES, MOST_SAMPLES);
        Bounds.above0(SECONDS_TITLE, m_seconds.orElse(1.0), MOST_SECONDS);
        Bounds.above0(TRIM_TITLE, m_trim.orElse(1.0), MOST_DECIBELS);
    }
}

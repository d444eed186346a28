package org.fewlabel.nodes.prepare.spectrogram;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.fewlabel.learn.audio.MelScale;
import org.fewlabel.nodes.DialogSections.OutputSection;
import org.fewlabel.table.sound.RecordingColumn;
import org.fewlabel.table.sound.RecordingColumnChoices;
import org.fewlabel.table.sound.WantedSound;
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
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.OptionalWidget.DefaultValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** The dialog of Spectrogram. */
@LoadDefaultsForAbsentFields
final class SpectrogramNodeParameters implements NodeParameters {

    static final String COLUMN_TITLE = "Recordings";

    private static final int FEWEST_SAMPLES = 1000;

    private static final int MOST_SAMPLES = 384_000;

    private static final double MILLIS = 1000;

    @Section(title = "Length")
    interface LengthSection {
    }

    @Section(title = "Sound")
    @After(LengthSection.class)
    @Before(OutputSection.class)
    interface SoundSection {
    }

    /** What a frame is described by. */
    enum Description {
        @Label(value = "Log-mel spectrogram", description = "How loud each band of pitches is, in decibels.")
        SPECTROGRAM,
        @Label(value = "MFCC", description = """
            Mel-frequency cepstral coefficients: the shape of the spectrum in a few numbers. The column is smaller, and
            linear classifiers find it easier.
            """)
        MFCC;
    }

    /** How vectors become equally long. */
    enum Length {
        @Label(value = "Stretch", description = """
            Every recording is divided into the same number of parts, and each part is described by the mean of its
            frames. Slow and fast then look alike.
            """)
        STRETCH,
        @Label(value = "Pad or crop", description = """
            Frames stay as they are. Shorter recordings get silence on both ends, and of longer ones the middle is
            taken.
            """)
        PAD_OR_CROP;
    }

    /** The mel scale. */
    enum Scale {
        @Label(value = "Slaney", description = "Linear below 1,000 Hz and logarithmic above; what librosa does.")
        SLANEY,
        @Label(value = "HTK", description = "The formula of the Hidden Markov Model Toolkit.")
        HTK;
    }

    /** What becomes of a row whose recording cannot be used. */
    enum Unusable {
        @Label(value = "Missing cell", description = "Go on, and say which they are.")
        MISSING,
        @Label(value = "Fail", description = "Stop at the first.")
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

    @Widget(title = COLUMN_TITLE, description = """
        The column with WAV files (binary objects) or with their paths as text. A missing cell stays one.
        """)
    @ChoicesProvider(RecordingColumnChoices.class)
    String m_column = "";

    @Widget(title = "Describe by", description = "What the numbers of the appended column are.")
    @RadioButtonsWidget
    @ValueReference(DescriptionReference.class)
    Description m_description = Description.SPECTROGRAM;

    @Widget(title = "Number of coefficients", description = "How many cepstral coefficients describe a frame.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsMfcc.class, type = EffectType.SHOW)
    int m_coefficients = 13;

    @Widget(title = "Make loudness and color equal",
        description = """
            Takes from each frame its mean, and from each band its mean over the recording. What is left is how the
            sound changes, which is the same for a loud and a quiet voice, a good and a bad microphone. If it is off,
            the numbers are decibels as librosa gives them.
            """)
    boolean m_centre = true;

    @Widget(title = "Append pictures", description = "Appends a column of PNG pictures of the vectors, to look at.")
    @Layout(OutputSection.class)
    boolean m_image = false;

    @Widget(title = "If a recording cannot be used", description = """
        What happens if a file is missing, empty, silent, or not WAV.
        """)
    @RadioButtonsWidget
    @Layout(OutputSection.class)
    Unusable m_unusable = Unusable.MISSING;

    @Widget(title = "Make recordings equally long", description = "How all vectors get the same length.")
    @RadioButtonsWidget
    @ValueReference(LengthReference.class)
    @Layout(LengthSection.class)
    Length m_length = Length.STRETCH;

    @Widget(title = "Number of parts", description = "Into how many parts each recording is divided.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsStretch.class, type = EffectType.SHOW)
    @Layout(LengthSection.class)
    int m_parts = 16;

    @Widget(title = "Length (seconds)", description = """
        To which length recordings are padded or cropped. If it is off, the length that 95 % of the recordings do not
        exceed.
        """)
    @OptionalWidget(defaultProvider = OneSecond.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsPadOrCrop.class, type = EffectType.SHOW)
    @Layout(LengthSection.class)
    Optional<Double> m_seconds = Optional.empty();

    @Widget(title = "Leave out quiet ends (dB)",
        description = """
            Frames before the first and after the last that is at most so many decibels quieter than the loudest are
            left out. If it is off, all are kept.
            """)
    @OptionalWidget(defaultProvider = ThirtyDecibels.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(LengthSection.class)
    Optional<Double> m_trim = Optional.of(30.0);

    @Widget(title = "Sample rate (Hz)",
        description = """
            To how many samples per second all recordings are brought. If it is off, the lowest rate among them, at
            least 8,000 and at most 16,000.
            """,
        advanced = true)
    @OptionalWidget(defaultProvider = SixteenThousand.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(SoundSection.class)
    Optional<Integer> m_rate = Optional.empty();

    @Widget(title = "Number of mel bands", description = "Into how many bands the pitches are divided.",
        advanced = true)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(SoundSection.class)
    int m_bands = 40;

    @Widget(title = "Window (ms)", description = "How long the piece of sound is that a frame describes.",
        advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(SoundSection.class)
    double m_window = 25;

    @Widget(title = "Step (ms)", description = "From the middle of one frame to that of the next.", advanced = true)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Layout(SoundSection.class)
    double m_step = 10;

    @Widget(title = "Mel scale", description = "How the bands are spaced.", advanced = true)
    @RadioButtonsWidget
    @Layout(SoundSection.class)
    Scale m_scale = Scale.SLANEY;

    SpectrogramNodeParameters() {
        // the defaults above
    }

    SpectrogramNodeParameters(final NodeParametersInput input) {
        m_column = RecordingColumn.guess(input.getInTableSpec(0).orElse(null)).orElse("");
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
        check(m_parts >= 1 && m_parts <= 10_000, "Number of parts", "from 1 to 10,000", m_parts);
        check(m_bands >= 1 && m_bands <= 1000, "Number of mel bands", "from 1 to 1,000", m_bands);
        check(m_description != Description.MFCC || m_coefficients >= 1 && m_coefficients <= m_bands,
            "Number of coefficients", "at least 1 and at most the number of mel bands (" + m_bands + ")",
            m_coefficients);
        check(m_window > 0 && m_window <= 10_000, "Window (ms)", "above 0 and at most 10,000", m_window);
        check(m_step > 0 && m_step <= 10_000, "Step (ms)", "above 0 and at most 10,000", m_step);
        final var rate = m_rate.orElse(FEWEST_SAMPLES);
        check(rate >= FEWEST_SAMPLES && rate <= MOST_SAMPLES, "Sample rate (Hz)", "from 1,000 to 384,000", rate);
        final var seconds = m_seconds.orElse(1.0);
        check(seconds > 0 && seconds <= 3600, "Length (seconds)", "above 0 and at most 3,600", seconds);
        final var trim = m_trim.orElse(1.0);
        check(trim > 0 && trim <= 200, "Leave out quiet ends (dB)", "above 0 and at most 200", trim);
    }

    private static void check(final boolean good, final String setting, final String range, final Number value)
        throws InvalidSettingsException {
        if (!good) {
            throw new InvalidSettingsException("\"" + setting + "\" must be " + range + ", not " + value + ".");
        }
    }
}

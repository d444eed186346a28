package org.fewlabel.learn.audio;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;

/** Describes recordings by vectors, all equally long, frame by frame and within a frame from low to high. */
public final class SoundDescription {

    /** No recording has more numbers. */
    private static final int MOST_NUMBERS = 1_000_000;

    private final Settings settings;

    private final MelSpectrogram spectrogram;

    private final Cepstrum cepstrum;

    /** How recordings of different length are made equally long. */
    public sealed interface Length permits Stretch, PadOrCrop {

        /** @return how many frames there are in the end */
        int frames();
    }

    /** The whole recording in so many parts, each described by the mean of its frames. */
    public record Stretch(int frames) implements Length {
    }

    /** The middle of the recording, or all of it in the middle of silence: so many frames as they are. */
    public record PadOrCrop(int frames) implements Length {
    }

    /**
     * @param rate samples per second; recordings are brought to it
     * @param windowSeconds how long a frame is
     * @param hopSeconds from one frame to the next
     * @param bands of the mel scale
     * @param scale the mel scale
     * @param trim leave out the ends that are so many decibels quieter than the loudest frame; infinite to leave out
     *             none
     * @param centered whether each frame less its mean, and each band less its mean over the recording, is meant: how
     *            loud the recording is, and how microphone and room color it, then makes no difference
     * @param length how they become equally long
     * @param coefficients how many cepstral coefficients describe a frame; 0 for the bands themselves
     */
    public record Settings(int rate, double windowSeconds, double hopSeconds, int bands, MelScale scale, double trim,
        boolean centered, Length length, int coefficients) {
    }

    /** @throws UserMessageException if the settings do not go together; the message is for the user */
    public SoundDescription(final Settings settings) {
        this.settings = settings;
        if (settings.coefficients > settings.bands) {
            throw new UserMessageException("There cannot be more coefficients (" + settings.coefficients
                + ") than mel bands (" + settings.bands + ").");
        }
        if ((long)settings.length.frames() * width() > MOST_NUMBERS) {
            throw new UserMessageException(settings.length.frames() + " frames of " + width()
                + " numbers are more than " + MOST_NUMBERS + ". Choose shorter recordings, or larger steps.");
        }
        spectrogram = new MelSpectrogram(settings.rate, settings.windowSeconds, settings.hopSeconds, settings.bands,
            settings.scale);
        cepstrum = settings.coefficients == 0 ? null : new Cepstrum(settings.bands, settings.coefficients);
    }

    /** @return how many frames a vector has */
    public int frames() {
        return settings.length.frames();
    }

    /** @return how many numbers a frame has */
    public int width() {
        return settings.coefficients == 0 ? settings.bands : settings.coefficients;
    }

    /**
     * @param wave at any rate
     * @return {@link #frames()} times {@link #width()} numbers
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public float[] of(final Waveform wave, final Progress progress) {
        final var decibels = spectrogram.of(Resampler.resample(wave, settings.rate, progress), progress);
        final var floor = Arrays.stream(decibels).flatMapToDouble(Arrays::stream).max().orElseThrow()
            - MelSpectrogram.RANGE;
        final var sounding = Double.isInfinite(settings.trim) ? decibels : Frames.trim(decibels, settings.trim);
        final var frames = settings.centered ? Frames.centered(sounding) : sounding;
        final var equal = settings.length instanceof Stretch ? Frames.stretched(frames, frames())
            : Frames.padded(frames, frames(), settings.centered ? 0 : Math.max(MelSpectrogram.SILENCE, floor));
        final var vector = new float[frames() * width()];
        for (var f = 0; f < equal.length; f++) {
            final var numbers = cepstrum == null ? equal[f] : cepstrum.of(equal[f]);
            for (var n = 0; n < numbers.length; n++) {
                vector[f * numbers.length + n] = (float)numbers[n];
            }
        }
        return vector;
    }
}

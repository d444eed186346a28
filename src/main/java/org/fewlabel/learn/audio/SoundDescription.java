package org.fewlabel.learn.audio;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;

/** Describes recordings by feature vectors of a fixed length, frame by frame and within a frame from low to high. */
public final class SoundDescription {

    /** The maximum length of a vector. */
    private static final int MAX_NUMBERS = 1_000_000;

    private final Settings settings;

    private final MelSpectrogram spectrogram;

    private final Cepstrum cepstrum;

    /** The method that makes recordings of different length equally long. */
    public sealed interface Length permits Stretch, PadOrCrop {

        /** @return the number of frames of a vector */
        int frames();
    }

    /** Resamples the whole recording to {@code frames} parts, each described by the mean of its frames. */
    public record Stretch(int frames) implements Length {
    }

    /** Crops the middle {@code frames} frames, or pads all with silence at both ends. */
    public record PadOrCrop(int frames) implements Length {
    }

    /**
     * @param rate samples per second; recordings are resampled to it
     * @param windowSeconds the length of a frame
     * @param hopSeconds the distance of two frames
     * @param bands the number of mel bands
     * @param scale the mel scale
     * @param trim the number of decibels below the loudest frame under which the ends are trimmed; infinite for no
     *         trimming
     * @param centered whether to subtract the mean of each frame, and of each band over the recording, which removes
     *         the influence of loudness, microphone and room
     * @param length the method that makes vectors equally long
     * @param coefficients the number of cepstral coefficients per frame; 0 for the bands themselves
     */
    public record Settings(int rate, double windowSeconds, double hopSeconds, int bands, MelScale scale, double trim,
        boolean centered, Length length, int coefficients) {
    }

    /** @throws UserMessageException if the settings are inconsistent; the message is for the user */
    public SoundDescription(final Settings settings) {
        this.settings = settings;
        if (settings.coefficients > settings.bands) {
            throw new UserMessageException("There cannot be more coefficients (" + settings.coefficients
                + ") than mel bands (" + settings.bands + ").");
        }
        if ((long)settings.length.frames() * width() > MAX_NUMBERS) {
            throw new UserMessageException(settings.length.frames() + " frames of " + width()
                + " numbers are more than " + MAX_NUMBERS + ". Choose shorter recordings, or larger steps.");
        }
        spectrogram = new MelSpectrogram(settings.rate, settings.windowSeconds, settings.hopSeconds, settings.bands,
            settings.scale);
        cepstrum = settings.coefficients == 0 ? null : new Cepstrum(settings.bands, settings.coefficients);
    }

    /** @return the number of frames of a vector */
    public int frames() {
        return settings.length.frames();
    }

    /** @return the numbers per frame */
    public int width() {
        return settings.coefficients == 0 ? settings.bands : settings.coefficients;
    }

    /**
     * @param wave at any sample rate
     * @return a vector of {@link #frames()} times {@link #width()} numbers
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public float[] of(final Waveform wave, final Progress progress) {
        final var decibels = spectrogram.of(Resampler.resample(wave, settings.rate, progress), progress);
        final var floor = Arrays.stream(decibels).flatMapToDouble(Arrays::stream).max().orElseThrow()
            - MelSpectrogram.RANGE;
        final var trimmed = Double.isInfinite(settings.trim) ? decibels : Frames.trim(decibels, settings.trim);
        final var frames = settings.centered ? Frames.centered(trimmed) : trimmed;
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

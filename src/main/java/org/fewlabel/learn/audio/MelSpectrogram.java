package org.fewlabel.learn.audio;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.UserMessageException;

/**
 * Computes the log-mel spectrogram of a recording, like {@code librosa.power_to_db(librosa.feature.melspectrogram(y,
 * power=2, center=True, pad_mode="constant"))}: frames under a periodic Hann window, centered on every hop from the
 * first sample on, with zeros beyond the ends; the power of the Fourier transform in mel bands; decibels relative to 1,
 * of at least 1e-10, clipped to 80 below the maximum.
 * <p>
 * The length of the Fourier transform is the smallest power of two that holds the window, which is centered in it.
 */
public final class MelSpectrogram {

    private static final double MIN_POWER = 1e-10;

    /** The decibels of zero power. */
    static final double SILENCE = -100;

    /** Values are clipped to this many decibels below the maximum. */
    static final double RANGE = 80;

    /** The approximate operations of window, transform and filters per sample, and of a logarithm per value. */
    private static final int OPERATIONS_PER_SAMPLE = 64;

    private static final int OPERATIONS_PER_LOGARITHM = 16;

    private final int rate;

    private final int hop;

    private final double[] window;

    private final MelFilters filters;

    /**
     * @param rate samples per second of the recordings
     * @param windowSeconds the length of a frame
     * @param hopSeconds the distance of two frames
     * @param bands the number of mel bands, at least 1
     * @throws UserMessageException if a window or a hop has no sample, a window more than a million, or some bands
     *         contain no frequency; the message is for the user
     */
    public MelSpectrogram(final int rate, final double windowSeconds, final double hopSeconds, final int bands,
        final MelScale scale) {
        this.rate = rate;
        final var length = (int)Math.min(1 << 21, Math.round(rate * windowSeconds));
        hop = (int)Math.min(1 << 21, Math.round(rate * hopSeconds));
        if (length < 2 || hop < 1 || length > 1 << 20) {
            throw new UserMessageException("At " + rate + " samples per second, windows of " + windowSeconds * 1000
                + " ms every " + hopSeconds * 1000 + " ms have " + length + " samples, every " + hop
                + ". Choose another window, step or sample rate.");
        }
        final var size = length == 1 ? 1 : Integer.highestOneBit(length - 1) << 1;
        window = new double[size];
        final var from = (size - length) / 2;
        for (var i = 0; i < length; i++) {
            window[from + i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
        }
        filters = new MelFilters(rate, size, bands, scale);
        if (filters.empty() > 0) {
            throw new UserMessageException(
                filters.empty() + " of " + bands + " bands are too narrow for windows of "
                    + windowSeconds * 1000 + " ms at " + rate
                    + " samples per second. Use fewer bands or a longer window.");
        }
    }

    /**
     * @param wave at the sample rate of this
     * @return frames by bands, from low to high, in decibels
     * @throws IllegalArgumentException if it has another sample rate
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public double[][] of(final Waveform wave, final Progress progress) {
        if (wave.rate() != rate) {
            throw new IllegalArgumentException(
                "The recording has " + wave.rate() + " samples per second, not " + rate + ".");
        }
        final var samples = wave.samples();
        final var frames = new double[1 + samples.length / hop][];
        final var transform = new double[2][window.length];
        final var power = new double[window.length / 2 + 1];
        final var cancelCheck = new CancelCheck(progress);
        for (var f = 0; f < frames.length; f++) {
            cancelCheck.before((long)OPERATIONS_PER_SAMPLE * window.length);
            frame(samples, (long)f * hop - window.length / 2, transform);
            for (var k = 0; k < power.length; k++) {
                power[k] = transform[0][k] * transform[0][k] + transform[1][k] * transform[1][k];
            }
            frames[f] = filters.apply(power);
        }
        return decibels(frames, cancelCheck);
    }

    private void frame(final double[] samples, final long start, final double[][] transform) {
        for (var i = 0; i < window.length; i++) {
            final var at = start + i;
            transform[0][i] = at < 0 || at >= samples.length ? 0 : samples[(int)at] * window[i];
            transform[1][i] = 0;
        }
        FastFourierTransformer.transformInPlace(transform, DftNormalization.STANDARD, TransformType.FORWARD);
    }

    private static double[][] decibels(final double[][] power, final CancelCheck cancelCheck) {
        var loudest = Double.NEGATIVE_INFINITY;
        for (final var frame : power) {
            cancelCheck.before((long)OPERATIONS_PER_LOGARITHM * frame.length);
            for (var b = 0; b < frame.length; b++) {
                frame[b] = 10 * Math.log10(Math.max(MIN_POWER, frame[b]));
                loudest = Math.max(loudest, frame[b]);
            }
        }
        for (final var frame : power) {
            for (var b = 0; b < frame.length; b++) {
                frame[b] = Math.max(frame[b], loudest - RANGE);
            }
        }
        return power;
    }
}

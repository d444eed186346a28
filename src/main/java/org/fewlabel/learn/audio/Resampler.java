package org.fewlabel.learn.audio;

import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.UserMessageException;

/**
 * Resamples a recording by band-limited interpolation: a Kaiser-windowed sinc, read from a table (J. O. Smith, "Digital
 * Audio Resampling"). Frequencies above half the lower rate are filtered out; the delay is 0.
 */
public final class Resampler {

    /** The number of zero crossings of the sinc on each side. */
    private static final int ZEROS = 32;

    /** The table values between two zero crossings. */
    private static final int STEPS = 512;

    /** The shape parameter of the Kaiser window: a stopband attenuation of some 90 dB. */
    private static final double BETA = 9;

    /** The passband as a share of half the lower rate; the rest is the transition band. */
    private static final double ROLL_OFF = 0.93;

    private static final double[] TABLE = table();

    private Resampler() {
    }

    private static double[] table() {
        // one more than needed, so that interpolation needs no bounds check
        final var table = new double[ZEROS * STEPS + 2];
        for (var i = 0; i <= ZEROS * STEPS; i++) {
            final var x = (double)i / STEPS;
            final var share = x / ZEROS;
            final var sinc = i == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            table[i] = sinc * bessel(BETA * Math.sqrt(1 - share * share)) / bessel(BETA);
        }
        return table;
    }

    /** The modified Bessel function of the first kind and order 0, by its series. */
    private static double bessel(final double x) {
        var term = 1.0;
        var sum = 1.0;
        for (var k = 1; term > sum * 1e-17; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    /**
     * @param rate the new samples per second; above 0
     * @return the resampled recording, of the same duration up to one sample
     * @throws IllegalArgumentException if it would have more samples than an array can hold
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Waveform resample(final Waveform wave, final int rate, final Progress progress) {
        if (wave.rate() == rate) {
            return wave;
        }
        final var ratio = (double)rate / wave.rate();
        final var length = Math.max(1, Math.ceil(wave.samples().length * ratio));
        if (length > Integer.MAX_VALUE - 8) {
            throw new UserMessageException("A recording of " + wave.seconds() + " seconds is too long.");
        }
        // the cutoff frequency as a share of half the source's sample rate
        final var cut = ROLL_OFF * Math.min(1, ratio);
        final var result = new double[(int)length];
        final var cancelCheck = new CancelCheck(progress);
        for (var i = 0; i < result.length; i++) {
            cancelCheck.before((long)(2 * ZEROS / cut));
            result[i] = at(wave.samples(), i / ratio, cut);
        }
        return new Waveform(result, rate);
    }

    private static double at(final double[] samples, final double time, final double cut) {
        final var radius = ZEROS / cut;
        final var from = (int)Math.max(0, Math.ceil(time - radius));
        final var to = (int)Math.min(samples.length - 1.0, Math.floor(time + radius));
        var sum = 0.0;
        for (var k = from; k <= to; k++) {
            final var position = Math.abs(time - k) * cut * STEPS;
            final var low = Math.min((int)position, ZEROS * STEPS);
            sum += samples[k] * (TABLE[low] + (position - low) * (TABLE[low + 1] - TABLE[low]));
        }
        return sum * cut;
    }
}

package org.fewlabel.learn.audio;

/**
 * A mel filter bank: triangular filters over the frequencies of a Fourier transform, one per band, equally spaced in
 * mels from 0 Hz to half the sample rate, each of area 1 in Hz (Slaney's normalization): {@code librosa.filters.mel}
 * with {@code norm="slaney"}.
 */
final class MelFilters {

    /** Per band the index of its first frequency, and the weights from there on. */
    private final int[] first;

    private final double[][] weights;

    private int empty;

    /**
     * @param rate samples per second
     * @param size of the Fourier transform, in samples
     * @param bands the number of bands
     */
    MelFilters(final int rate, final int size, final int bands, final MelScale scale) {
        final var corners = scale.frequencies(bands + 2, 0, rate / 2.0);
        first = new int[bands];
        weights = new double[bands][];
        for (var b = 0; b < bands; b++) {
            final var low = corners[b];
            final var center = corners[b + 1];
            final var high = corners[b + 2];
            first[b] = (int)Math.floor(low * size / rate) + 1;
            final var end = Math.min(size / 2, (int)Math.ceil(high * size / rate) - 1);
            weights[b] = new double[Math.max(0, end - first[b] + 1)];
            for (var i = 0; i < weights[b].length; i++) {
                final var hertz = (double)(first[b] + i) * rate / size;
                weights[b][i] = Math.min((hertz - low) / (center - low), (high - hertz) / (high - center)) * 2
                    / (high - low);
            }
            empty += weights[b].length == 0 ? 1 : 0;
        }
    }

    /** @return the number of bands without any frequency of the transform, which would always be silent */
    int empty() {
        return empty;
    }

    /** @return the weight of the frequency in the band */
    double weight(final int band, final int frequency) {
        final var at = frequency - first[band];
        return at < 0 || at >= weights[band].length ? 0 : weights[band][at];
    }

    /**
     * @param power of each frequency from 0 to half the rate
     * @return the power of each band
     */
    double[] apply(final double[] power) {
        final var bands = new double[weights.length];
        for (var b = 0; b < bands.length; b++) {
            for (var i = 0; i < weights[b].length; i++) {
                bands[b] += weights[b][i] * power[first[b] + i];
            }
        }
        return bands;
    }
}

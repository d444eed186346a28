package org.fewlabel.learn.audio;

/**
 * Mel-frequency cepstral coefficients: the orthonormal cosine transform (DCT-II) of the decibels of a frame, without
 * liftering, as {@code librosa.feature.mfcc} computes them.
 */
final class Cepstrum {

    private final double[][] cosines;

    /**
     * @param bands of the log-mel spectrogram
     * @param coefficients the number of coefficients, from the first (the mean, times the root of the bands) on
     */
    Cepstrum(final int bands, final int coefficients) {
        cosines = new double[coefficients][bands];
        for (var c = 0; c < coefficients; c++) {
            for (var b = 0; b < bands; b++) {
                cosines[c][b] = Math.sqrt((c == 0 ? 1.0 : 2.0) / bands)
                    * Math.cos(Math.PI * c * (2 * b + 1) / (2.0 * bands));
            }
        }
    }

    /** @return the coefficients of one frame */
    double[] of(final double[] decibels) {
        final var result = new double[cosines.length];
        for (var c = 0; c < result.length; c++) {
            for (var b = 0; b < decibels.length; b++) {
                result[c] += cosines[c][b] * decibels[b];
            }
        }
        return result;
    }
}

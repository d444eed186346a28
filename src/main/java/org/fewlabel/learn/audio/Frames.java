package org.fewlabel.learn.audio;

import java.util.Arrays;

/**
 * Preprocessing of the frames of a log-mel spectrogram: trimming, mean normalization, and resampling to a fixed length.
 * Frames are never changed in place.
 */
final class Frames {

    private Frames() {
    }

    /** @return the frames from the first to the last whose power is within {@code decibels} of the loudest frame's */
    static double[][] trim(final double[][] frames, final double decibels) {
        final var levels = Arrays.stream(frames)
            .mapToDouble(frame -> 10 * Math.log10(Arrays.stream(frame).map(d -> Math.pow(10, d / 10)).sum())).toArray();
        final var min = Arrays.stream(levels).max().orElseThrow() - decibels;
        var from = 0;
        while (levels[from] < min) {
            from++;
        }
        var to = frames.length;
        while (levels[to - 1] < min) {
            to--;
        }
        return Arrays.copyOfRange(frames, from, to);
    }

    /** @return the frames with the mean of each frame subtracted, then the mean of each band over the frames */
    static double[][] centered(final double[][] frames) {
        final var bands = frames[0].length;
        final var centered = new double[frames.length][bands];
        final var means = new double[bands];
        for (var f = 0; f < frames.length; f++) {
            final var level = Arrays.stream(frames[f]).average().orElseThrow();
            for (var b = 0; b < bands; b++) {
                centered[f][b] = frames[f][b] - level;
                means[b] += centered[f][b] / frames.length;
            }
        }
        for (final var frame : centered) {
            for (var b = 0; b < bands; b++) {
                frame[b] -= means[b];
            }
        }
        return centered;
    }

    /**
     * Resamples by area averaging: each new frame is the weighted mean of the old frames that it overlaps.
     *
     * @return {@code count} frames
     */
    static double[][] stretched(final double[][] frames, final int count) {
        final var bands = frames[0].length;
        final var stretched = new double[count][bands];
        final var share = (double)frames.length / count;
        for (var s = 0; s < count; s++) {
            final var from = s * share;
            final var to = from + share;
            for (var f = (int)from; f < frames.length && f < to; f++) {
                final var weight = (Math.min(to, f + 1.0) - Math.max(from, f)) / share;
                for (var b = 0; b < bands; b++) {
                    stretched[s][b] += weight * frames[f][b];
                }
            }
        }
        return stretched;
    }

    /** @return {@code count} frames: the middle ones, or all with filling before and after */
    static double[][] padded(final double[][] frames, final int count, final double filling) {
        final var padded = new double[count][frames[0].length];
        final var from = Math.floorDiv(frames.length - count, 2);
        for (var f = 0; f < count; f++) {
            if (from + f >= 0 && from + f < frames.length) {
                padded[f] = frames[from + f];
            } else {
                Arrays.fill(padded[f], filling);
            }
        }
        return padded;
    }
}

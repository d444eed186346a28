package org.fewlabel.learn.rounds.select;

import java.util.Arrays;

import org.fewlabel.learn.data.ClassProbabilities;

/**
 * Self-adaptive thresholds: a row has full weight from the mean confidence up (FreeMatch, Wang et al. 2023, section 3),
 * times the learning status of its class relative to the others; less confident rows have a smaller weight, by a
 * truncated Gaussian with the variance of the confidences (SoftMatch, Chen et al. 2023, section 3.2). Before, the
 * probabilities are adjusted by distribution alignment (ReMixMatch, Berthelot et al. 2020; AdaMatch, 2022). The
 * learning status of a class is its predicted share divided by its true share, so that a rare class is not mistaken for
 * one that is not learned. All averages are exponential moving averages over the rounds, of all unlabeled rows.
 */
final class Adaptive implements Selector {

    /** The momentum of the moving averages. */
    private static final double MOMENTUM = 0.5;

    /** The minimum weight of a row; below it the row is not used. */
    private static final double MIN_WEIGHT = 0.05;

    private final int classes;

    /** Null if unknown. */
    private final double[] shares;

    private double[] predictedShares;

    private double mean;

    private double variance;

    /** @param shares the true share of each class, which sum to 1; {@code null} if unknown */
    Adaptive(final int classes, final double[] shares) {
        this.classes = classes;
        this.shares = shares;
    }

    @Override
    public Selection select(final ClassProbabilities probabilities) {
        final var first = predictedShares == null;
        predictedShares = first ? means(probabilities) : movingAverage(predictedShares, means(probabilities));
        final var aligned = shares == null ? probabilities : align(probabilities, predictedShares, shares);
        final var codes = aligned.argmax();
        var sum = 0.0;
        var squares = 0.0;
        var rows = 0;
        for (var i = 0; i < codes.length; i++) {
            if (codes[i] >= 0) {
                final var confidence = aligned.get(i, codes[i]);
                sum += confidence;
                squares += confidence * confidence;
                rows++;
            }
        }
        if (rows == 0) {
            return new Selection(codes, new double[codes.length], noThresholds());
        }
        final var m = sum / rows;
        final var v = Math.max(0, squares / rows - m * m);
        mean = first ? m : MOMENTUM * mean + (1 - MOMENTUM) * m;
        variance = first ? v : MOMENTUM * variance + (1 - MOMENTUM) * v;
        final var thresholds = thresholds();
        final var weights = new double[codes.length];
        for (var i = 0; i < codes.length; i++) {
            if (codes[i] >= 0) {
                weights[i] = weight(aligned.get(i, codes[i]), thresholds[codes[i]]);
                codes[i] = weights[i] < MIN_WEIGHT ? -1 : codes[i];
                weights[i] = weights[i] < MIN_WEIGHT ? 0 : weights[i];
            }
        }
        return new Selection(codes, weights, thresholds);
    }

    /** Computes the mean probability of each class over the decided rows. */
    private double[] means(final ClassProbabilities predicted) {
        final var probabilities = predicted.values();
        final var means = new double[classes];
        var rows = 0;
        for (var at = 0; at < probabilities.length; at += classes) {
            if (!Double.isNaN(probabilities[at])) {
                rows++;
                for (var c = 0; c < classes; c++) {
                    means[c] += probabilities[at + c];
                }
            }
        }
        for (var c = 0; c < classes && rows > 0; c++) {
            means[c] /= rows;
        }
        return means;
    }

    private static double[] movingAverage(final double[] before, final double[] now) {
        final var movingAverage = new double[before.length];
        for (var c = 0; c < movingAverage.length; c++) {
            movingAverage[c] = MOMENTUM * before[c] + (1 - MOMENTUM) * now[c];
        }
        return movingAverage;
    }

    private double[] noThresholds() {
        final var noThresholds = new double[classes];
        Arrays.fill(noThresholds, Double.NaN);
        return noThresholds;
    }

    private double[] thresholds() {
        final var status = new double[classes];
        for (var c = 0; c < classes; c++) {
            status[c] = shares == null ? predictedShares[c] : shares[c] > 0 ? predictedShares[c] / shares[c] : 0;
        }
        final var largest = Arrays.stream(status).max().orElse(1);
        return Arrays.stream(status).map(l -> l > 0 ? mean * l / largest : Double.NaN).toArray();
    }

    private double weight(final double confidence, final double threshold) {
        final var below = threshold - confidence;
        return below <= 0 ? 1 : variance == 0 ? 0 : Math.exp(-2 * below * below / variance);
    }

    /** @return the probabilities times the target shares divided by the predicted shares, normalized */
    static ClassProbabilities align(final ClassProbabilities said, final double[] predictedShares,
        final double[] targetShares) {
        final var probabilities = said.values();
        final var classes = predictedShares.length;
        final var aligned = new double[probabilities.length];
        for (var at = 0; at < aligned.length; at += classes) {
            var sum = 0.0;
            for (var c = 0; c < classes; c++) {
                aligned[at + c] = predictedShares[c] > 0 ? probabilities[at + c] * targetShares[c] / predictedShares[c]
                    : 0 * probabilities[at + c];
                sum += aligned[at + c];
            }
            for (var c = 0; c < classes; c++) {
                aligned[at + c] = sum > 0 ? aligned[at + c] / sum : probabilities[at + c];
            }
        }
        return new ClassProbabilities(classes, aligned);
    }
}

package org.fewlabel.learn.rounds.select;

import java.util.Arrays;

import org.fewlabel.learn.data.ClassProbabilities;

/**
 * Thresholds that choose themselves: a row counts in full if it is as confident as rows are on average (FreeMatch, Wang
 * et al. 2023, section 3), times how far its class is learned compared with the others; less confident rows count less,
 * by a normal curve as wide as confidences spread (SoftMatch, Chen et al. 2023, section 3.2). Before, the probabilities
 * are brought into line with how often the classes occur (ReMixMatch, Berthelot et al. 2020; AdaMatch, 2022). How far a
 * class is learned is the share of the rows that the classifier gives it over the share that it has, so that a rare
 * class is not taken for one that is not learned. All averages are over all unlabeled rows, and move from round to
 * round.
 */
final class Adaptive implements Selector {

    /** How much of an average stays from the rounds before. */
    private static final double MEMORY = 0.5;

    /** A row that counts for less is not worth learning from. */
    private static final double LEAST = 0.05;

    private final int classes;

    /** Null if nothing is known. */
    private final double[] shares;

    private double[] given;

    private double mean;

    private double variance;

    /** @param shares per class how often it occurs, summing to 1; {@code null} if nothing is known */
    Adaptive(final int classes, final double[] shares) {
        this.classes = classes;
        this.shares = shares;
    }

    @Override
    public Selection select(final ClassProbabilities probabilities) {
        final var first = given == null;
        given = first ? means(probabilities) : mixed(given, means(probabilities));
        final var aligned = shares == null ? probabilities : align(probabilities, given, shares);
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
            return new Selection(codes, new double[codes.length], nothing());
        }
        final var m = sum / rows;
        final var v = Math.max(0, squares / rows - m * m);
        mean = first ? m : MEMORY * mean + (1 - MEMORY) * m;
        variance = first ? v : MEMORY * variance + (1 - MEMORY) * v;
        final var thresholds = thresholds();
        final var weights = new double[codes.length];
        for (var i = 0; i < codes.length; i++) {
            if (codes[i] >= 0) {
                weights[i] = weight(aligned.get(i, codes[i]), thresholds[codes[i]]);
                codes[i] = weights[i] < LEAST ? -1 : codes[i];
                weights[i] = weights[i] < LEAST ? 0 : weights[i];
            }
        }
        return new Selection(codes, weights, thresholds);
    }

    /** Per class its mean probability over the decided rows. */
    private double[] means(final ClassProbabilities said) {
        final var probabilities = said.values();
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

    private static double[] mixed(final double[] before, final double[] now) {
        final var mixed = new double[before.length];
        for (var c = 0; c < mixed.length; c++) {
            mixed[c] = MEMORY * before[c] + (1 - MEMORY) * now[c];
        }
        return mixed;
    }

    private double[] nothing() {
        final var nothing = new double[classes];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }

    private double[] thresholds() {
        final var learned = new double[classes];
        for (var c = 0; c < classes; c++) {
            learned[c] = shares == null ? given[c] : shares[c] > 0 ? given[c] / shares[c] : 0;
        }
        final var most = Arrays.stream(learned).max().orElse(1);
        return Arrays.stream(learned).map(l -> l > 0 ? mean * l / most : Double.NaN).toArray();
    }

    private double weight(final double confidence, final double threshold) {
        final var below = threshold - confidence;
        return below <= 0 ? 1 : variance == 0 ? 0 : Math.exp(-2 * below * below / variance);
    }

    /** @return the probabilities times the wanted over the given shares, made to sum to 1 again */
    static ClassProbabilities align(final ClassProbabilities said, final double[] given, final double[] wanted) {
        final var probabilities = said.values();
        final var classes = given.length;
        final var aligned = new double[probabilities.length];
        for (var at = 0; at < aligned.length; at += classes) {
            var sum = 0.0;
            for (var c = 0; c < classes; c++) {
                aligned[at + c] = given[c] > 0 ? probabilities[at + c] * wanted[c] / given[c]
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

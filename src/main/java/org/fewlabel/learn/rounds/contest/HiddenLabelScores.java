package org.fewlabel.learn.rounds.contest;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.supervised.Temperature;

/**
 * What something says of labeled rows whose labels it was not told, and how wrong it is.
 *
 * @param codes the classes of these rows
 * @param said probabilities of these rows; NaN where it cannot tell
 * @param temperature at which they are least wrong
 * @param right per row whether the most probable class is the right one
 * @param losses per row a mistake, if it is one, and the log loss at that temperature
 */
record HiddenLabelScores(int[] codes, ClassProbabilities said, double temperature, boolean[] right,
    double[] losses) {

    static HiddenLabelScores of(final int[] codes, final ClassProbabilities said) {
        final var temperature = Temperature.fit(said, codes);
        final var scaled = Temperature.apply(said, temperature);
        final var predicted = scaled.argmax();
        final var right = new boolean[codes.length];
        final var losses = new double[codes.length];
        for (var i = 0; i < codes.length; i++) {
            right[i] = predicted[i] == codes[i];
            losses[i] = (right[i] ? 0 : 1) + Temperature.logLoss(scaled.get(i, codes[i]), said.classes());
        }
        return new HiddenLabelScores(codes, said, temperature, right, losses);
    }

    /** @return the number of classes */
    int classes() {
        return said.classes();
    }

    /** @return how many rows there are */
    int rows() {
        return codes.length;
    }

    /** @return the share of the rows that it is right about; NaN if there is none */
    double accuracy() {
        var sum = 0;
        for (final var r : right) {
            sum += r ? 1 : 0;
        }
        return (double)sum / right.length;
    }

    /** @return how wrong it is about all rows together */
    double loss() {
        var sum = 0.0;
        for (final var loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /** @return about how many rows it is right and the other wrong */
    int won(final HiddenLabelScores other) {
        var won = 0;
        for (var i = 0; i < right.length; i++) {
            won += right[i] && !other.right[i] ? 1 : 0;
        }
        return won;
    }

    /**
     * @return by how many standard errors it is less wrong than the other, row by row (the statistic of Student's
     *         paired test); 0 if the two are wrong alike
     */
    double lead(final HiddenLabelScores other) {
        final var n = losses.length;
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 0; i < n; i++) {
            final var difference = other.losses[i] - losses[i];
            sum += difference;
            squares += difference * difference;
        }
        final var variance = n == 0 ? 0 : squares / n - sum / n * (sum / n);
        return variance > 0 ? sum / n / Math.sqrt(variance / n) : 0;
    }
}

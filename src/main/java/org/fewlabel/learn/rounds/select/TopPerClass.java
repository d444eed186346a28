package org.fewlabel.learn.rounds.select;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.ClassProbabilities;

/**
 * Selects the most confident rows of each class with full weight, a fixed number more in every round (Yarowsky 1995;
 * Blum and Mitchell 1998). Ties go to the first rows.
 */
final class TopPerClass implements Selector {

    private final int classes;

    private final int perRound;

    private int round;

    TopPerClass(final int classes, final int perRound) {
        this.classes = classes;
        this.perRound = perRound;
    }

    @Override
    public Selection select(final ClassProbabilities probabilities) {
        round++;
        final var predicted = probabilities.argmax();
        final var codes = new int[predicted.length];
        Arrays.fill(codes, -1);
        final var weights = new double[predicted.length];
        final var thresholds = new double[classes];
        for (var c = 0; c < classes; c++) {
            final var code = c;
            final var top = IntStream.range(0, predicted.length).filter(i -> predicted[i] == code).boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilities.get(i, code)))
                .limit((long)perRound * round).toList();
            for (final var i : top) {
                codes[i] = c;
                weights[i] = 1;
            }
            thresholds[c] = top.isEmpty() ? Double.NaN
                : probabilities.get(top.get(top.size() - 1), c);
        }
        return new Selection(codes, weights, thresholds);
    }
}

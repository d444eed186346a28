package org.fewlabel.learn.rounds.select;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.ClassProbabilities;

/**
 * The most confident rows of each class count in full, so many more in every round (Yarowsky 1995; Blum and Mitchell
 * 1998). Of equally confident rows the first ones are taken.
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
        final var said = probabilities.argmax();
        final var codes = new int[said.length];
        Arrays.fill(codes, -1);
        final var weights = new double[said.length];
        final var thresholds = new double[classes];
        for (var c = 0; c < classes; c++) {
            final var code = c;
            final var taken = IntStream.range(0, said.length).filter(i -> said[i] == code).boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilities.get(i, code)))
                .limit((long)perRound * round).toList();
            for (final var i : taken) {
                codes[i] = c;
                weights[i] = 1;
            }
            thresholds[c] = taken.isEmpty() ? Double.NaN
                : probabilities.get(taken.get(taken.size() - 1), c);
        }
        return new Selection(codes, weights, thresholds);
    }
}

package org.fewlabel.learn.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

    private static final List<String> CLASSES = List.of("a", "b", "c", "d");

    @Test
    void asManyFoldsAsTheRarestClassHasLabelsAndEachHoldsTheSameShareOfEvery() {
        final var labels = labels(3, 6, 9);
        final var folds = CrossValidation.of(labels, 1);
        assertThat(folds.folds()).isEqualTo(3);
        for (var f = 0; f < 3; f++) {
            assertThat(labels.counts()[0] - folds.without(labels, f).counts()[0]).isEqualTo(1);
            assertThat(labels.counts()[1] - folds.without(labels, f).counts()[1]).isEqualTo(2);
            assertThat(labels.counts()[2] - folds.without(labels, f).counts()[2]).isEqualTo(3);
        }
        assertThat(CrossValidation.of(labels(50, 60), 1).folds()).isEqualTo(5);
    }

    @Test
    void theOnlyLabelOfAClassIsNeverHidden() {
        final var labels = labels(1, 4, 4);
        final var folds = CrossValidation.of(labels, 1);
        assertThat(folds.folds()).isEqualTo(4);
        assertThat(folds.fold()[0]).isEqualTo(-1);
        for (var f = 0; f < 4; f++) {
            assertThat(folds.without(labels, f).counts()).containsExactly(1, 3, 3, 0);
        }
    }

    @Test
    void nothingIsValidatedWithTooFewClassesOfSeveralLabels() {
        assertThat(CrossValidation.of(labels(1, 1, 1), 1).possible()).isFalse();
        assertThat(CrossValidation.of(labels(1, 9), 1).possible()).isFalse();
        assertThat(CrossValidation.of(labels(9), 1).possible()).isFalse();
        assertThat(CrossValidation.of(labels(1, 1, 1, 9), 1).possible()).isFalse();
        assertThat(CrossValidation.of(labels(1, 1, 9, 9), 1).possible()).isTrue();
    }

    @Test
    void accuracyIsThatOfTheHiddenLabels() {
        final var labels = labels(5, 5);
        final var folds = CrossValidation.of(labels, 1);
        final var always = folds.accuracy(labels, known -> {
            final var predicted = new double[2 * labels.size() * 2];
            for (var i = 0; i < labels.size(); i++) {
                predicted[4 * i] = 1; // the first of four classes
            }
            return new ClassProbabilities(4, predicted);
        });
        assertThat(always).isEqualTo(0.5);
        assertThat(folds.rounds(labels)).isEqualTo(5);
        assertThat(folds.rounds(labels(600, 600))).isEqualTo(1);
    }

    private static Labels labels(final int... counts) {
        final var codes = IntStream.range(0, counts.length)
            .flatMap(c -> IntStream.generate(() -> c).limit(counts[c])).toArray();
        final var all = Arrays.copyOf(codes, codes.length + 3);
        Arrays.fill(all, codes.length, all.length, Labels.UNLABELED);
        return new Labels(all, CLASSES);
    }
}

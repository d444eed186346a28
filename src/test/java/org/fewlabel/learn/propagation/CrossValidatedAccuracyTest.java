package org.fewlabel.learn.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class CrossValidatedAccuracyTest {

    private static final int ROWS = 20;

    /** Probabilities that are right about the first so many of the rows, all of which are of class 0. */
    private static double[] right(final int first) {
        final var said = new double[2 * ROWS];
        for (var i = 0; i < ROWS; i++) {
            said[2 * i + (i < first ? 0 : 1)] = 1;
        }
        return said;
    }

    private static CrossValidatedAccuracy judged(final int result, final int logistic, final int nearest) {
        return CrossValidatedAccuracy.of(
            new Validation(2, new int[ROWS], new int[ROWS], List.of(), right(logistic), right(nearest)),
            right(result));
    }

    @Test
    void aClearLeadIsStatedWithItsFigures() {
        final var judged = judged(18, 10, 12);
        assertThat(judged.better()).isTrue();
        assertThat(judged.certain()).isTrue();
        assertThat(judged.text("it"))
            .isEqualTo("Judged by 20 labels that were hidden in turn, it is right about 90.0 %, "
                + "logistic regression on the labeled rows alone about 50.0 % and the nearest labeled row about 60.0 "
                + "%.");
    }

    @Test
    void aLeadThatMayBeChanceIsCalledSo() {
        final var judged = judged(13, 12, 12);
        assertThat(judged.better()).isTrue();
        assertThat(judged.certain()).isFalse();
        assertThat(judged.text("it"))
            .endsWith("that lead may be chance: the labeled rows alone may be as good or better.");
    }

    @Test
    void noLeadIsAWarning() {
        for (final var judged : List.of(judged(12, 12, 5), judged(10, 5, 12))) {
            assertThat(judged.better()).isFalse();
            assertThat(judged.text("it")).startsWith("The unlabeled rows do not seem to help");
        }
    }
}

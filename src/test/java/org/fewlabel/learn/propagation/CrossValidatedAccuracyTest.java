package org.fewlabel.learn.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fewlabel.learn.data.ClassProbabilities;
import org.junit.jupiter.api.Test;

class CrossValidatedAccuracyTest {

    private static final int ROWS = 20;

    /** Probabilities that are correct for the first rows, all of class 0. */
    private static ClassProbabilities right(final int first) {
        final var said = new double[2 * ROWS];
        for (var i = 0; i < ROWS; i++) {
            said[2 * i + (i < first ? 0 : 1)] = 1;
        }
        return new ClassProbabilities(2, said);
    }

    private static CrossValidatedAccuracy judged(final int result, final int logistic, final int nearest) {
        return CrossValidatedAccuracy.of(
            new Validation(new int[ROWS], new int[ROWS], List.of(), right(logistic), right(nearest)),
            right(result));
    }

    @Test
    void aClearLeadIsCertain() {
        final var judged = judged(18, 10, 12);
        assertThat(judged.better()).isTrue();
        assertThat(judged.certain()).isTrue();
        assertThat(judged.rows()).isEqualTo(ROWS);
        assertThat(judged.result()).isEqualTo(0.9);
        assertThat(judged.logistic()).isEqualTo(0.5);
        assertThat(judged.nearest()).isEqualTo(0.6);
    }

    @Test
    void aLeadThatMayBeChanceIsNotCertain() {
        final var judged = judged(13, 12, 12);
        assertThat(judged.better()).isTrue();
        assertThat(judged.certain()).isFalse();
    }

    @Test
    void noLeadIsNotBetter() {
        for (final var judged : List.of(judged(12, 12, 5), judged(10, 5, 12))) {
            assertThat(judged.better()).isFalse();
        }
    }
}

package org.fewlabel.learn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.junit.jupiter.api.Test;

/** Compares hashed words with the words themselves. */
class HashedTermsTest {

    private static final Texts TOPICS = Texts.of(TopicTexts.of(20, 40, 3).texts(), Progress.NONE);

    private static final SparseRows EXACT = Vocabulary.of(TOPICS, Gram.WORD, Integer.MAX_VALUE, Progress.NONE)
        .count(TOPICS, Progress.NONE);

    private static double product(final SparseRows rows, final int a, final int b) {
        var sum = 0.0;
        for (var i = rows.offsets()[a]; i < rows.offsets()[a + 1]; i++) {
            for (var j = rows.offsets()[b]; j < rows.offsets()[b + 1]; j++) {
                sum += rows.indices()[i] == rows.indices()[j] ? rows.values()[i] * rows.values()[j] : 0;
            }
        }
        return sum;
    }

    private static double meanError(final SparseRows rows) {
        return IntStream.range(0, 40).mapToDouble(i -> product(rows, i, i + 40) - product(EXACT, i, i + 40)).average()
            .orElseThrow();
    }

    @Test
    void moreDifferentTermsThanMayBeHeldAreHashed() {
        assertThat(Vocabulary.of(TOPICS, Gram.PAIR, 50, 100, Progress.NONE)).isEqualTo(HashedTerms.of(Gram.PAIR));
        assertThat(Vocabulary.of(TOPICS, Gram.PAIR, 50, 10_000, Progress.NONE)).isInstanceOf(Vocabulary.class);
        assertThat(IntStream.range(0, 3).map(g -> HashedTerms.of(Gram.values()[g]).columns()).sum()).isEqualTo(1 << 18);
    }

    @Test
    void countsHaveNoSignsAndForgetNoWord() {
        final var counts = new HashedTerms(Gram.WORD, 64).count(TOPICS, Progress.NONE);
        for (var row = 0; row < counts.rows(); row++) {
            var sum = 0f;
            for (var i = counts.offsets()[row]; i < counts.offsets()[row + 1]; i++) {
                assertThat(counts.values()[i]).isPositive();
                sum += counts.values()[i];
            }
            assertThat(sum).isEqualTo(40);
        }
    }

    /**
     * The theorem of Weinberger et al.: with signs, the expected dot product of two hashed texts is that of the
     * unhashed.
     */
    @Test
    void signsKeepDotProductsUnbiasedWhereTermsCollide() {
        final var terms = new HashedTerms(Gram.WORD, 64);
        assertThat(meanError(terms.count(TOPICS, Progress.NONE))).isGreaterThan(15);
        assertThat(meanError(terms.signed(TOPICS, Progress.NONE))).isCloseTo(0, within(5.0));
    }

    @Test
    void inManyColumnsHardlyAnyTermsCollide() {
        final var hashed = HashedTerms.of(Gram.WORD).signed(TOPICS, Progress.NONE);
        assertThat(IntStream.range(0, 40).filter(i -> product(hashed, i, i + 40) == product(EXACT, i, i + 40)).count())
            .isGreaterThan(35);
    }

    @Test
    void countsThatSumToZeroAreOmittedAndNegativeCountsAreWeighted() {
        final var signed = new HashedTerms(Gram.WORD, 2).signed(TOPICS, Progress.NONE);
        assertThat(signed.values()).doesNotContain(0);
        final var weighted = TermWeights.of(signed).apply(signed);
        for (var i = 0; i < weighted.count(); i++) {
            assertThat(weighted.values()[i]).isFinite();
            assertThat(Math.signum(weighted.values()[i])).isEqualTo(Math.signum(signed.values()[i]));
        }
    }

    @Test
    void columnsAreAPowerOfTwo() {
        for (final var columns : new int[]{0, 1, 3, -8, 1 << 25}) {
            assertThatThrownBy(() -> new HashedTerms(Gram.WORD, columns))
                .hasMessage("Terms cannot be hashed to " + columns + " columns.");
        }
    }
}

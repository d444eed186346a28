package org.fewlabel.learn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final String[] FOUR = {"red red apple", "green apple pie", "pie pie pie crust", "red crust"};

    private static final List<String> WORDS = List.of("apple", "crust", "green", "pie", "red");

    private static SparseRows counts(final String... texts) {
        return new Vocabulary(Gram.WORD, WORDS).count(Texts.of(texts, Progress.NONE), Progress.NONE);
    }

    private static List<String> kept(final Texts texts, final int most) {
        return ((Vocabulary)Vocabulary.of(texts, Gram.WORD, most, Progress.NONE)).terms();
    }

    @Test
    void countsAreKeptWithoutZeros() {
        final var counts = counts(FOUR);
        assertThat(counts.offsets()).containsExactly(0, 2, 5, 7, 9);
        assertThat(counts.indices()).containsExactly(0, 4, 0, 2, 3, 1, 3, 1, 4);
        assertThat(counts.values()).containsExactly(1, 2, 1, 1, 1, 1, 3, 1, 1);
        assertThat(counts.counts()).containsExactly(2, 2, 1, 2, 2);
    }

    /** TfidfTransformer(sublinear_tf=True) of scikit-learn 1.9. */
    @Test
    void weightsAreThoseOfScikitLearn() {
        final var counts = counts(FOUR);
        final var weighted = TermWeights.of(counts).apply(counts);
        final var expected = new float[]{0.508542f, 0.861037f, 0.526405f, 0.667679f, 0.526405f, 0.430165f, 0.90275f,
            0.707107f, 0.707107f};
        assertThat(weighted.indices()).isEqualTo(counts.indices());
        assertThat(weighted.values()).containsExactly(expected, within(1e-6f));
    }

    @Test
    void textsWithoutAKnownWordHaveNoWeights() {
        final var counts = counts("", null, "unheard of", "pie");
        assertThat(counts.offsets()).containsExactly(0, 0, 0, 0, 1);
        assertThat(TermWeights.of(counts).apply(counts).values()).containsExactly(1);
    }

    @Test
    void theCommonestTermsStayAndOfEqualOnesTheFirst() {
        final var texts = IntStream.range(0, 30)
            .mapToObj(i -> "everywhere " + (i % 2 == 0 ? "often " : "") + "b" + i % 7 + " a" + i % 7
                + " once" + "abcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00fc\u00df".charAt(i))
            .toArray(String[]::new);
        final var all = kept(Texts.of(texts, Progress.NONE), 100);
        assertThat(all).isSorted().contains("everywhere", "often", "a3", "b6").noneMatch(w -> w.startsWith("once"));
        final var few = kept(Texts.of(texts, Progress.NONE), 4);
        assertThat(few).containsExactly("a0", "a1", "everywhere", "often");
    }

    @Test
    void inAFewShortTextsEveryWordCounts() {
        final var few = kept(Texts.of(new String[]{"one two", "two three"}, Progress.NONE), 100);
        assertThat(few).containsExactly("one", "three", "two");
    }

    @Test
    void aVocabularyHasNoTermTwice() {
        assertThatThrownBy(() -> new Vocabulary(Gram.WORD, List.of("a", "a")))
            .hasMessage("The term \"a\" is there twice.");
    }

    @Test
    void rowsAreSelectedAndPutSideBySide() {
        final var counts = counts(FOUR);
        final var selected = counts.select(new int[]{3, 0, 3});
        assertThat(selected).isEqualTo(counts(FOUR[3], FOUR[0], FOUR[3]));
        final var both = selected.concat(counts("green", "", "pie pie"));
        assertThat(both.columns()).isEqualTo(10);
        assertThat(both.indices()).containsExactly(1, 4, 7, 0, 4, 1, 4, 8);
        assertThat(both.values()).containsExactly(1, 1, 1, 1, 2, 1, 1, 2);
        assertThat(SparseRows.none(3).concat(selected)).isEqualTo(selected);
        assertThat(selected.concat(SparseRows.none(3))).isEqualTo(selected);
        assertThatThrownBy(() -> new SparseRows(2, 3, new int[]{0, 1}, new int[1], new float[1]))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 sparse rows");
    }

    @Test
    void cancelIsHeardInEveryStep() {
        final var texts = Texts.of(FOUR, Progress.NONE);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Texts.of(FOUR, Progress.NONE)).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> Vocabulary.of(texts, Gram.WORD, 9, Progress.NONE))
                .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> new Vocabulary(Gram.WORD, WORDS).count(texts, Progress.NONE))
                .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> TruncatedSvd.of(TruncatedSvdTest.random(20, 30, 5, 1), 3, 1, Progress.NONE))
                .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void eachDifferentWordIsKeptOnce() {
        final var texts = Texts.of(new String[]{"a b a", null, "b"}, Progress.NONE);
        final var words = new java.util.ArrayList<List<String>>();
        texts.each(found -> words.add(List.copyOf(found)), Progress.NONE);
        assertThat(words).isEqualTo(Arrays.asList(List.of("a", "b", "a"), List.of(), List.of("b")));
    }
}

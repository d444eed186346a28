package org.fewlabel.learn.pretext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.text.Subwords;
import org.junit.jupiter.api.Test;
import org.fewlabel.device.Progress;

class WordCorruptionTest {

    private static final int CODES = 100;

    private static final int LENGTH = 20;

    private final WordCorruption corruption = new WordCorruption(0.15, CODES);

    private final SplittableRandom random = new SplittableRandom(1);

    /** A text of {@code count} different pieces, after another number. */
    private static float[] text(final int pieces) {
        final var text = new float[1 + LENGTH];
        for (var i = 0; i < pieces; i++) {
            text[1 + i] = Subwords.FIRST + i;
        }
        return text;
    }

    @Test
    void fifteenPercentOfPiecesAreDrawnAndMostOfThemMasked() {
        var drawn = 0;
        var hidden = 0;
        var same = 0;
        final var draws = 4000;
        for (var d = 0; d < draws; d++) {
            final var text = text(18);
            final var positions = corruption.mask(text, 1, LENGTH, random);
            assertThat(positions.length).isBetween(1, corruption.maxMasked(LENGTH));
            assertThat(positions).isSorted().doesNotHaveDuplicates();
            drawn += positions.length;
            for (final var position : positions) {
                hidden += text[1 + position] == Subwords.MASK ? 1 : 0;
                same += text[1 + position] == Subwords.FIRST + position ? 1 : 0;
                text[1 + position] = Subwords.FIRST + position;
            }
            assertThat(text).as("all others").isEqualTo(text(18));
        }
        assertThat(drawn / (double)draws).isCloseTo(2.7, Offset.offset(0.05));
        assertThat(hidden / (double)drawn).isCloseTo(0.8, Offset.offset(0.02));
        assertThat(same / (double)drawn).isCloseTo(0.1, Offset.offset(0.02)); // one in 97 of those exchanged too
    }

    @Test
    void aViewIsHalfOfTheTextOrMoreInItsOrder() {
        var kept = 0;
        final var draws = 4000;
        for (var d = 0; d < draws; d++) {
            final var view = new float[LENGTH + 2];
            Arrays.fill(view, 7);
            corruption.view(text(16), 1, LENGTH, view, 1, random);
            assertThat(view[0]).isEqualTo(7);
            assertThat(view[LENGTH + 1]).isEqualTo(7);
            final var there = IntStream.range(1, LENGTH + 1).mapToDouble(i -> view[i])
                .takeWhile(c -> c != Subwords.PADDING)
                .toArray();
            assertThat(there).isNotEmpty().isSorted().doesNotHaveDuplicates();
            assertThat(Arrays.copyOfRange(view, 1 + there.length, LENGTH + 1)).containsOnly(Subwords.PADDING);
            kept += there.length;
        }
        // a crop of 12 on average, of which one is kept and 15 % of the others are dropped
        assertThat(kept / (double)draws).isCloseTo(1 + 11 * 0.85, Offset.offset(0.1));
    }

    @Test
    void oneWordStaysAndNoWordIsAllowed() {
        assertThat(corruption.mask(text(1), 1, LENGTH, random)).containsExactly(0);
        assertThat(corruption.mask(text(0), 1, LENGTH, random)).isEmpty();
        final var view = new float[LENGTH];
        corruption.view(text(1), 1, LENGTH, view, 0, random);
        assertThat(view[0]).isEqualTo(Subwords.FIRST);
        corruption.view(text(0), 1, LENGTH, view, 0, random);
        assertThat(view).containsOnly(Subwords.PADDING);
    }

    @Test
    void wordsNeedATextAsOnlyColumn() {
        final var texts = new TextColumn("text", new String[]{"one two", "three four"});
        final var both = new Rows(2, List.of(texts, new NumberColumn("x", new double[]{1, 2})));
        assertThat(TaskChoice.of(new Rows(2, List.of(texts))).kind()).isEqualTo(PretextTask.Kind.WORDS);
        assertThat(TaskChoice.of(both).kind()).isEqualTo(PretextTask.Kind.MASK);
        final var task = PretextTask.of(PretextTask.Kind.WORDS, List.of("text", "x"), 1);
        assertThatThrownBy(() -> WordExamples.of(task, both, new int[]{0}, random, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("the only column must be one of free text");
        assertThatThrownBy(() -> new Corruption(task, both)).hasMessageContaining("only column is a text");
    }

    @Test
    void examplesShowMaskedAndOriginalPieces() {
        final var texts = new String[50];
        Arrays.fill(texts, "the quick brown fox jumps over the lazy dog today");
        texts[7] = null;
        final var task = new PretextTask(PretextTask.Kind.WORDS, List.of("text"), 0.3, 2, 1);
        final var examples = WordExamples.of(task, new Rows(50, List.of(new TextColumn("text", texts))),
            new int[]{7, 8}, random,
            Progress.NONE);
        assertThat(examples.get(0)).isEqualTo(new WordExamples.Example("", "", "", ""));
        final var shown = examples.get(1);
        assertThat(shown.masked()).contains("[MASK]");
        assertThat(shown.targets().split(", ")).hasSize(3).isSubsetOf(texts[8].split(" "));
        assertThat(shown.first().split(" ")).isSubsetOf(texts[8].split(" "));
        assertThat(shown.first()).isNotEqualTo(shown.second());
    }
}

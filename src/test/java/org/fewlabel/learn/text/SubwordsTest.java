package org.fewlabel.learn.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubwordsTest {

    private static Subwords learn(final int most, final String... texts) {
        return Subwords.learn(texts, most, Progress.NONE);
    }

    /**
     * By hand: w and e are adjacent 9 times; then l and o 7 times; then four pairs are equally frequent, of which e and
     * we come first, and the merged piece is followed by s.
     */
    @Test
    void theMostFrequentPairsAreMergedFirst() {
        final var texts = "low ".repeat(4) + "lower ".repeat(3) + "newest ".repeat(6);
        // characters come first, by descending frequency, ties in the order of the characters
        assertThat(learn(12, texts).pieces()).containsExactly("##e", "##w", "##o", "l", "##s", "##t", "n", "##r",
            "##we", "lo",
            "##ewe", "##ewes");
    }

    @Test
    void wordsAreCutIntoTheLongestPieces() {
        final var pieces = new Subwords(List.of("un", "##able", "##a", "a", "able", "u", "##n", "##b", "##l", "##e"));
        assertThat(Arrays.stream(pieces.encode("Unable, able!")).mapToObj(pieces::piece)).containsExactly("un",
            "##able", "able");
        assertThat(pieces.encode("un\u00fcble able")).containsExactly(Subwords.UNKNOWN, Subwords.FIRST + 4);
        assertThat(pieces
            .decode(new int[]{Subwords.FIRST, Subwords.FIRST + 1, Subwords.MASK, Subwords.UNKNOWN, Subwords.PADDING}))
            .isEqualTo("unable [MASK] [UNK]");
    }

    @Test
    void commonWordsBecomeOnePiece() {
        final var texts = new String[60];
        Arrays.setAll(texts, i -> "please send the invoice " + (i % 2 == 0 ? "today" : "tomorrow"));
        final var pieces = learn(4000, texts);
        assertThat(pieces.encode("Send the invoice tomorrow")).hasSize(4);
        assertThat(pieces.pieces()).hasSizeLessThan(120).contains("invoice", "please", "tomorrow");
    }

    @Test
    void theSameTextsGiveTheSamePiecesInAnyOrder() {
        final var texts = TopicTexts.of(40, 30, 5).texts();
        final var turned = texts.clone();
        Collections.reverse(Arrays.asList(turned));
        assertThat(learn(500, texts).pieces()).hasSize(500).isEqualTo(learn(500, turned).pieces());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"yes", "\ud83d\ude00\ud83d\ude02 \ud83d\ude00", "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
            "<p>bold <b>move</b></p>", "\u6211\u559c\u6b22\u732b", "01234 567890", "na\u00efve caf\u00e9"})
    void everyScriptIsReadBack(final String text) {
        final var pieces = learn(100, text, text, text);
        assertThat(pieces.encode(text)).isNotEmpty().doesNotContain(Subwords.UNKNOWN);
        assertThat(pieces.decode(pieces.encode(text)).replace(" ", ""))
            .isEqualTo(String.join("", Words.shaped(text, Progress.NONE)));
    }

    @Test
    void withoutAWordThereIsNoVocabulary() {
        assertThat(learn(100, "", null, " ... !")).isNull();
        assertThat(learn(100, "hi").encode(null)).isEmpty();
    }

    @Test
    void aCellOfAMegabyteIsRead() {
        final var pieces = learn(100, "x".repeat(1 << 20), "a sentence ".repeat(90_000), "a sentence");
        assertThat(pieces.encode("a sentence ".repeat(90_000))).hasSizeGreaterThanOrEqualTo(180_000);
    }

    @Test
    void aCanceledSearchStops() {
        final var texts = TopicTexts.of(40, 30, 5).texts();
        assertThatThrownBy(() -> Subwords.learn(texts, 4000, Checks.canceledAt(301)))
            .isInstanceOf(CancellationException.class);
    }

    @Test
    void invalidVocabulariesAreRefused() {
        assertThatThrownBy(() -> new Subwords(List.of())).hasMessageContaining("0 pieces");
        assertThatThrownBy(() -> new Subwords(List.of("a", "b", "a")))
            .hasMessageContaining("\"a\" is empty or there twice");
        assertThatThrownBy(() -> new Subwords(List.of(""))).isInstanceOf(IllegalArgumentException.class);
    }
}

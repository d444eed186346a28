package org.fewlabel.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Allocated;
import org.fewlabel.learn.data.NominalColumn;
import org.junit.jupiter.api.Test;

class FreeTextTest {

    private static boolean isText(final String... cells) {
        return isText(List.of(cells), 1);
    }

    private static boolean isText(final List<String> different, final int times) {
        final var codes = IntStream.range(0, different.size() * times).map(i -> i % different.size()).toArray();
        return FreeText.is(new NominalColumn("c", codes, different));
    }

    @Test
    void sentencesAreText() {
        assertThat(isText("The parcel never came.", "Where is my refund?", "Thanks, all is well now!",
            "I can not log in any more", "ok", "")).isTrue();
        assertThat(isText("\u6211\u7231\u4f60\u4eec", "\u8fd9\u4e2a\u4ea7\u54c1\u5f88\u597d",
            "\u6c92\u6709\u6536\u5230\u5305\u88f9",
            "\u8c22\u8c22\u4f60\u7684\u5e2e\u52a9", "\u4ed6\u4eec\u6ca1\u6709\u56de\u7b54")).isTrue();
        assertThat(isText("\u0623\u064a\u0646 \u0637\u0644\u0628\u064a \u0627\u0644\u0622\u0646",
            "\u0634\u0643\u0631\u0627 \u062c\u0632\u064a\u0644\u0627 \u0644\u0643\u0645",
            "\u0644\u0645 \u064a\u0635\u0644 \u0634\u064a\u0621 \u0628\u0639\u062f",
            "\u0643\u0644 \u0634\u064a\u0621 \u0639\u0644\u0649 \u0645\u0627 \u064a\u0631\u0627\u0645",
            "\u0623\u0631\u064a\u062f \u0627\u0633\u062a\u0631\u062f\u0627\u062f \u0646\u0642\u0648\u062f\u064a"))
            .isTrue();
        assertThat(isText("<p>One good thing</p>", "<p>Another good thing</p>", "<div>Some more things</div>",
            "<p>No more of them</p>",
            "<p>That is all there is</p>")).isTrue();
    }

    @Test
    void namesIdsDatesAndPathsAreNot() {
        assertThat(isText("id-1", "id-2", "id-3", "id-4", "id-5")).isFalse();
        assertThat(isText("Ada Lovelace", "Alan Turing", "Grace Hopper", "Emmy Noether", "Kurt G\u00f6del")).isFalse();
        assertThat(isText("2024-01-02 10:11:12", "2024-01-03 10:11:12", "2024-01-04 10:11:12", "2024-01-05 10:11:12",
            "2024-01-06 10:11:12")).isFalse();
        assertThat(isText("data/wav/one of many 1.wav", "data/wav/one of many 2.wav", "data/wav/one of many 3.wav",
            "data/wav/one of many 4.wav", "data/wav/one of many 5.wav")).isFalse();
        assertThat(isText("C:\\My own files\\a b.txt", "C:\\My own files\\b b.txt", "C:\\My own files\\c b.txt",
            "C:\\My own files\\d b.txt", "C:\\My own files\\e b.txt")).isFalse();
        assertThat(isText("https://example.org/a/page-of-mine", "https://example.org/b/page-of-mine",
            "https://example.org/c/page-of-mine", "https://example.org/d/page-of-mine",
            "https://example.org/e/page-of-mine"))
            .isFalse();
        assertThat(isText("ann.b@example.org", "bob.b@example.org", "cid.b@example.org", "dan.b@example.org",
            "eve.b@example.org"))
            .isFalse();
        assertThat(isText("C1=CC=C(C=C1)O", "CC(=O)OC1=CC=CC=C1", "CN1C=NC2=C1C(=O)N", "C(C(=O)O)N", "CC(C)CC1=CC=C"))
            .isFalse();
    }

    @Test
    void longNamesThatComeAgainAndAgainAreCategories() {
        final var answers = List.of("I fully agree with that", "I rather agree with that", "I can not tell at all",
            "I rather disagree with that", "I fully disagree with that", "I was never asked about that");
        assertThat(isText(answers, 1)).isTrue();
        assertThat(isText(answers, 3)).isFalse();
        assertThat(isText(answers.subList(0, 4), 1)).as("too few to tell").isFalse();
        assertThat(isText(List.of(), 0)).isFalse();
    }

    @Test
    void onlyTheBeginningOfHugeCellsIsChecked() {
        final var cells = new ArrayList<String>();
        for (var i = 0; i < 30; i++) {
            cells.add("text number " + i + " " + "and so on ".repeat(100_000));
        }
        assertThat(isText(cells, 1)).isTrue();
        final var held = cells.stream().mapToLong(String::length).sum();
        assertThat(Allocated.by(() -> isText(cells, 1))).as("bytes of memory, of so many in the cells")
            .isLessThan(held / 4);
    }

    @Test
    void textsKeepEveryDifferentCellOnce() {
        final var texts = FreeText.texts(new NominalColumn("c", new int[]{1, -1, 0, 1}, List.of("a", "b"))).texts();
        assertThat(texts).containsExactly("b", null, "a", "b");
        assertThat(texts[0]).isSameAs(texts[3]);
    }
}

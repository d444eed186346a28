package org.fewlabel.headless.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void noControlCharacterReachesTheTerminal() {
        assertThat(Texts.plain("a\u001B[2Jb\nc\u202Ed\u0007\u009B")).isEqualTo("a [2Jb c d  ");
        assertThat(Texts.plain("ä 😀 \"x\"")).isEqualTo("ä 😀 \"x\"");
    }

    @Test
    void countsColumns() {
        assertThat(Texts.width("abc")).isEqualTo(3);
        assertThat(Texts.width("日本")).isEqualTo(4);
        assertThat(Texts.width("😀")).isEqualTo(2);
        assertThat(Texts.width("e\u0301")).isEqualTo(1);
    }

    @Test
    void shortens() {
        assertThat(Texts.fit("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Texts.fit("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Texts.width(Texts.fit("日本語日本語", 6))).isLessThanOrEqualTo(6);
    }

    @Test
    void fillsUp() {
        assertThat(Texts.pad("日", 4, false)).isEqualTo("日  ");
        assertThat(Texts.pad("1", 3, true)).isEqualTo("  1");
    }
}

package org.fewlabel.learn.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.device.Allocated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void wordsAreInLowerCaseAndWithoutSigns() {
        assertThat(Words.of("Don't PANIC, it's only a well-known test!"))
            .containsExactly("don't", "panic", "it's", "only", "a", "well", "known", "test");
    }

    @Test
    void nothingHasNoWords() {
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of(" \t\n ")).isEmpty();
        assertThat(Words.of("... !? --")).isEmpty();
    }

    @Test
    void aSingleWord() {
        assertThat(Words.of("Yes")).containsExactly("yes");
    }

    @Test
    void scriptsFromRightToLeftAndWithoutSpaces() {
        assertThat(Words.of("\u0634\u0643\u0631\u0627 \u062c\u0632\u064a\u0644\u0627")) // Arabic
            .containsExactly("\u0634\u0643\u0631\u0627", "\u062c\u0632\u064a\u0644\u0627");
        assertThat(Words.of("\u05e9\u05dc\u05d5\u05dd, \u05e2\u05d5\u05dc\u05dd")) // Hebrew
            .containsExactly("\u05e9\u05dc\u05d5\u05dd", "\u05e2\u05d5\u05dc\u05dd");
        assertThat(Words.of("\u6211\u7231\u4f60")).containsExactly("\u6211", "\u7231", "\u4f60"); // Chinese
        assertThat(Words.of("\u00dcbergr\u00f6\u00dfe \u0416\u0438\u0437\u043d\u044c"))
            .containsExactly("\u00fcbergr\u00f6\u00dfe", "\u0436\u0438\u0437\u043d\u044c");
    }

    @Test
    void anEmojiIsAWordHoweverItIsStyled() {
        assertThat(Words.of("great\ud83d\ude00\ud83d\ude00 \u2764\ufe0f")).containsExactly("great", "\ud83d\ude00",
            "\ud83d\ude00", "\u2764");
        final var family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"; // three combined to one
        assertThat(Words.of(family)).containsExactly(family);
    }

    @Test
    void equalCharactersAreEqualHoweverTheyAreWritten() {
        assertThat(Words.of("caf\u0065\u0301")).isEqualTo(Words.of("caf\u00e9"));
        // wide, ligature
        assertThat(Words.of("\uff28\uff45\uff4c\uff4c\uff4f \ufb01ne")).containsExactly("hello", "fine");
    }

    @Test
    void aNumberComesWithItsShape() {
        assertThat(Words.of("Call 08712345678 or 42, not 7"))
            .containsExactly("call", "08712345678", "000000", "or", "42", "00", "not", "7");
        assertThat(Words.of("\u0661\u0662")).containsExactly("\u0661\u0662", "00"); // Arabic digits
    }

    @Test
    void htmlIsReadAsABrowserShowsIt() {
        assertThat(
            Words.of("<html><head><title>News</title><style>p {color:red}</style><script>var x = 1;</script></head>"
                + "<body><p class=\"big\">Fish&nbsp;&amp; chips</p><p>today</p></body></html>"))
            .containsExactly("news", "fish", "chips", "today");
        assertThat(Words.of("one<br>two<p>three <b>fo</b>ur")).containsExactly("one", "two", "three", "four");
        assertThat(Words.of("Tom &amp; Jerry &#233;t&eacute;")).containsExactly("tom", "jerry", "\u00e9t\u00e9");
    }

    @Test
    void whatOnlyLooksLikeHtmlStays() {
        assertThat(Words.of("I <3 you")).containsExactly("i", "3", "you");
        assertThat(Words.of("if a < b and c > d")).containsExactly("if", "a", "b", "and", "c", "d");
        assertThat(Words.of("List<String> of AT&T")).containsExactly("list", "string", "of", "at", "t");
    }

    @Test
    void aMegabyteIsReadWhateverItIs() {
        assertThat(Words.of("word ".repeat(200_000))).hasSize(200_000);
        assertThat(Words.of("x".repeat(1 << 20))).hasSize((1 << 20) / Words.MAX_LENGTH)
            .allMatch(w -> w.length() == Words.MAX_LENGTH);
        assertThat(Words.of("<div>".repeat(200_000) + "deep")).containsExactly("deep");
        assertThat(Words.of("<a ".repeat(300_000))).isNotEmpty();
        assertThat(Words.of("\ud83d\ude00".repeat(250_000))).hasSize(250_000);
    }

    /** If the text read so far were copied or searched again for each word, a long text would take hours. */
    @ParameterizedTest
    @ValueSource(strings = {"word ", "x", "<div>", "<a ", "<p>a</p>", "&amp;", "&", "<", "12 ", "\ud83d\ude00",
        "\u6211", "a\u0301"})
    void aTextTwiceAsLongTakesTwiceTheMemory(final String piece) {
        final var some = piece.repeat(60_000 / piece.length());
        final var twice = some + some;
        Words.of(twice);
        final var once = Allocated.by(() -> Words.of(some));
        assertThat(Allocated.by(() -> Words.of(twice))).isLessThan(3 * once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "<", "<a ", "<a x", "</", "<p <", "<h1/ ", "&", "&am", "&#12", "&#x1f ", "<&"})
    void markupIsFoundInLinearTime(final String piece) {
        final var text = piece.repeat(60_000 / piece.length());
        final var looked = new int[1];
        final var counted = new CharSequence() {
            @Override
            public int length() {
                return text.length();
            }

            @Override
            public char charAt(final int index) {
                looked[0]++;
                return text.charAt(index);
            }

            @Override
            public CharSequence subSequence(final int start, final int end) {
                return text.subSequence(start, end);
            }
        };
        assertThat(Markup.hasTag(counted)).isFalse();
        assertThat(Markup.hasEntity(counted)).isFalse();
        assertThat(looked[0]).as("more than once for each tag that there is").isLessThan(100 * text.length());
    }

    @Test
    void halfACharacterDoesNoHarm() {
        assertThat(Words.of("broken \ud83d end")).contains("broken", "end");
    }

    @Test
    void gramsOfCharactersAreThoseOfScikitLearn() {
        assertThat(grams(Gram.CHARACTERS, "go away")).containsExactlyInAnyOrder(" aw", " awa", " away", " go", " go ",
            "awa",
            "away", "away ", "ay ", "go ", "way", "way "); // CountVectorizer(analyzer="char_wb", ngram_range=(3, 5))
        assertThat(grams(Gram.CHARACTERS, "\ud83d\ude00")).containsExactly(" \ud83d\ude00 ");
    }

    @Test
    void pairsAreNextToEachOther() {
        assertThat(grams(Gram.PAIR, "one two three")).containsExactly("one two", "two three");
        assertThat(grams(Gram.PAIR, "one")).isEmpty();
        assertThat(grams(Gram.WORD, "one two one")).containsExactly("one", "two", "one");
    }

    private static List<String> grams(final Gram gram, final String text) {
        final var grams = new ArrayList<String>();
        gram.of(Words.of(text), grams::add);
        return grams;
    }
}

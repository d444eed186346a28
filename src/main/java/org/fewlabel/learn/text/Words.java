package org.fewlabel.learn.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.fewlabel.device.Progress;
import org.fewlabel.device.CancelCheck;

/**
 * Splits a text into words, in their order, at the Unicode word boundaries (UAX #29), in any script. HTML is removed,
 * and the text normalized to NFKC and lower case first. An emoji is a word; punctuation and spaces are not. A number of
 * two digits or more gives two words, itself and the number with every digit replaced by 0: few texts share a telephone
 * number, but its presence may be informative. A word of more than {@value #MAX_LENGTH} characters is split.
 */
public final class Words {

    static final int MAX_LENGTH = 64;

    private static final int MAX_DIGITS = 6;

    /** The approximate number of operations per word. */
    private static final int OPERATIONS = 1000;

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{2,}");

    /** The variation selector that makes an emoji of a sign. */
    private static final String EMOJI_STYLE = "\uFE0F";

    private Words() {
    }

    /**
     * @param text of any length; may be empty
     * @return its words; empty if it has none
     */
    public static List<String> of(final String text) {
        return of(text, Progress.NONE);
    }

    /**
     * @param text of any length; may be empty
     * @return its words; empty if it has none
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static List<String> of(final String text, final Progress progress) {
        final var words = new ArrayList<String>();
        each(text, progress, word -> {
            words.add(word);
            final var shape = shape(word);
            if (!shape.equals(word)) {
                words.add(shape);
            }
        });
        return words;
    }

    /** As {@link #of}, but a number gives one word, with every digit replaced by 0. */
    static List<String> shaped(final String text, final Progress progress) {
        final var words = new ArrayList<String>();
        each(text, progress, word -> words.add(shape(word)));
        return words;
    }

    private static String shape(final String word) {
        return NUMBER.matcher(word).replaceAll(n -> "0".repeat(Math.min(MAX_DIGITS, n.group().length())));
    }

    private static void each(final String text, final Progress progress, final Consumer<String> reader) {
        final var cancelCheck = new CancelCheck(progress);
        final var normalized = Normalizer.normalize(Markup.without(text), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT);
        try (var tokenizer = new StandardTokenizer()) {
            tokenizer.setMaxTokenLength(MAX_LENGTH);
            tokenizer.setReader(new StringReader(normalized));
            final var term = tokenizer.addAttribute(CharTermAttribute.class);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                cancelCheck.before(OPERATIONS);
                final var word = term.toString().replace(EMOJI_STYLE, "");
                if (!word.isEmpty()) {
                    reader.accept(word);
                }
            }
            tokenizer.end();
        } catch (final IOException e) { // a string can always be read
            throw new UncheckedIOException(e);
        }
    }
}

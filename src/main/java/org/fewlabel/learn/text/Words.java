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
 * The words of a text, in their order, by the rules of Unicode for the boundaries of words (UAX #29), in any script. A
 * text is brought into the normal form NFKC and lower case first, and freed of HTML. An emoji is a word; signs and
 * spaces are none. A number of two digits or more comes twice, as it is and with a 0 for each digit: hardly two texts
 * share a telephone number, but that there is one may tell. A word of more than {@value #LONGEST} characters is cut
 * into pieces.
 */
public final class Words {

    static final int LONGEST = 64;

    private static final int MOST_DIGITS = 6;

    /** About what a word takes. */
    private static final int OPERATIONS = 1000;

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{2,}");

    /** What makes an emoji out of a sign that is one without it. */
    private static final String EMOJI_STYLE = "\uFE0F";

    private Words() {
    }

    /**
     * @param text of any length; may be empty
     * @return its words; none if it has none
     */
    public static List<String> of(final String text) {
        return of(text, Progress.NONE);
    }

    /**
     * @param text of any length; may be empty
     * @return its words; none if it has none
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

    /** As {@link #of}, but a number comes once, with a 0 for each digit. */
    static List<String> shaped(final String text, final Progress progress) {
        final var words = new ArrayList<String>();
        each(text, progress, word -> words.add(shape(word)));
        return words;
    }

    private static String shape(final String word) {
        return NUMBER.matcher(word).replaceAll(n -> "0".repeat(Math.min(MOST_DIGITS, n.group().length())));
    }

    private static void each(final String text, final Progress progress, final Consumer<String> reader) {
        final var cancelCheck = new CancelCheck(progress);
        final var normal = Normalizer.normalize(Markup.without(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        try (var tokenizer = new StandardTokenizer()) {
            tokenizer.setMaxTokenLength(LONGEST);
            tokenizer.setReader(new StringReader(normal));
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

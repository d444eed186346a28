package org.fewlabel.learn.text;

import java.util.List;
import java.util.function.Consumer;

/** What of a text is counted. */
public enum Gram {

    /** each word */
    WORD("words") {
        @Override
        public void of(final List<String> words, final Consumer<String> terms) {
            words.forEach(terms);
        }
    },

    /** each two words next to each other, with a space between */
    PAIR("pairs of words") {
        @Override
        public void of(final List<String> words, final Consumer<String> terms) {
            for (var i = 1; i < words.size(); i++) {
                terms.accept(words.get(i - 1) + " " + words.get(i));
            }
        }
    },

    /**
     * each three to five characters within a word, the borders of the word being a space: what scikit-learn calls
     * {@code char_wb}. A short word with its borders is one, too
     */
    CHARACTERS("parts of words") {
        @Override
        public void of(final List<String> words, final Consumer<String> terms) {
            for (final var word : words) {
                final var points = (" " + word + " ").codePoints().toArray();
                for (var length = SHORTEST; length <= LONGEST; length++) {
                    if (points.length <= length) {
                        terms.accept(new String(points, 0, points.length));
                        break;
                    }
                    for (var first = 0; first + length <= points.length; first++) {
                        terms.accept(new String(points, first, length));
                    }
                }
            }
        }
    };

    private static final int SHORTEST = 3;

    private static final int LONGEST = 5;

    private final String text;

    Gram(final String text) {
        this.text = text;
    }

    /** @return what the user calls such terms */
    public String text() {
        return text;
    }

    /**
     * @param words of a text, in their order
     * @param terms is told each that is there, as often as it is there
     */
    public abstract void of(List<String> words, Consumer<String> terms);
}

package org.fewlabel.learn.text;

import java.util.List;
import java.util.function.Consumer;

/** The kind of terms (n-grams) that are counted in a text. */
public enum Gram {

    /** each word */
    WORD("words") {
        @Override
        public void of(final List<String> words, final Consumer<String> terms) {
            words.forEach(terms);
        }
    },

    /** each bigram: two adjacent words, with a space between */
    PAIR("pairs of words") {
        @Override
        public void of(final List<String> words, final Consumer<String> terms) {
            for (var i = 1; i < words.size(); i++) {
                terms.accept(words.get(i - 1) + " " + words.get(i));
            }
        }
    },

    /**
     * the character n-grams of length 3 to 5 within words padded by a space, as scikit-learn's {@code char_wb}. A
     * shorter padded word is a term as a whole
     */
    CHARACTERS("parts of words") {
        @Override
        public void of(final List<String> words, final Consumer<String> terms) {
            for (final var word : words) {
                final var points = (" " + word + " ").codePoints().toArray();
                for (var length = MIN_LENGTH; length <= MAX_LENGTH; length++) {
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

    private static final int MIN_LENGTH = 3;

    private static final int MAX_LENGTH = 5;

    private final String text;

    Gram(final String text) {
        this.text = text;
    }

    /** @return the name of such terms for users */
    public String text() {
        return text;
    }

    /**
     * @param words of a text, in their order
     * @param terms receives each term, as often as it occurs
     */
    public abstract void of(List<String> words, Consumer<String> terms);
}

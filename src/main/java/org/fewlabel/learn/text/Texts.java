package org.fewlabel.learn.text;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.fewlabel.device.Progress;

/** Tokenized texts: each different word is stored once, and a text as the indices of its words. */
public final class Texts {

    private final List<String> words = new ArrayList<>();

    private final int[][] texts;

    private Texts(final int[][] texts) {
        this.texts = texts;
    }

    /**
     * @param texts a {@code null} is a text without a word
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Texts of(final String[] texts, final Progress progress) {
        final var all = new Texts(new int[texts.length][]);
        final var numbers = new HashMap<String, Integer>();
        for (var row = 0; row < texts.length; row++) {
            progress.checkCanceled();
            final var found = texts[row] == null ? List.<String>of() : Words.of(texts[row], progress);
            all.texts[row] = found.stream().mapToInt(word -> numbers.computeIfAbsent(word, w -> {
                all.words.add(w);
                return all.words.size() - 1;
            })).toArray();
        }
        return all;
    }

    /** @return the number of texts */
    public int size() {
        return texts.length;
    }

    /** Receives the words of a text. */
    @FunctionalInterface
    interface Reader {
        void read(List<String> words);
    }

    /** Passes the words of each text, in their order, to the reader, one text after the other. */
    void each(final Reader reader, final Progress progress) {
        for (final var text : texts) {
            progress.checkCanceled();
            reader.read(new AbstractList<>() {
                @Override
                public String get(final int i) {
                    return words.get(text[i]);
                }

                @Override
                public int size() {
                    return text.length;
                }
            });
        }
    }
}

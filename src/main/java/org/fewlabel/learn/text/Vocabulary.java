package org.fewlabel.learn.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.Progress;

/**
 * The terms of one kind in a table of texts, with a minimum document frequency of 2, for a term in a single text
 * relates it to no other; but 1 if hardly any term is in two texts, as in a table of few short texts.
 */
public final class Vocabulary implements Terms {

    /** With more different terms than this, hashing is used instead. */
    private static final int MAX_DIFFERENT = 2_000_000;

    private static final int MIN_TEXTS = 2;

    /** If fewer terms are in two texts, those in one text are used too. */
    private static final int MIN_TERMS = 10;

    private final Gram gram;

    private final List<String> terms;

    private final Map<String, Integer> columnOf;

    /**
     * @param gram the kind of the terms
     * @param terms in the order of their columns
     * @throws IllegalArgumentException if one is a duplicate
     */
    public Vocabulary(final Gram gram, final List<String> terms) {
        this.gram = gram;
        this.terms = List.copyOf(terms);
        this.columnOf = new HashMap<>(2 * terms.size());
        for (final var term : terms) {
            if (columnOf.putIfAbsent(term, columnOf.size()) != null) {
                throw new IllegalArgumentException("The term \"" + term + "\" is there twice.");
            }
        }
    }

    /**
     * Finds the terms; of more than {@code max}, those with the highest document frequency, ties broken by their
     * characters. If there are too many different ones to count in memory, they are hashed.
     *
     * @param texts the words of each
     * @param max the maximum number of terms
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Terms of(final Texts texts, final Gram gram, final int max, final Progress progress) {
        return of(texts, gram, max, MAX_DIFFERENT, progress);
    }

    /** @param different the maximum number of different terms in memory */
    static Terms of(final Texts texts, final Gram gram, final int max, final int different, final Progress progress) {
        final var counts = new HashMap<String, int[]>();
        texts.each(words -> {
            if (counts.size() <= different) {
                final var seen = new HashSet<String>();
                gram.of(words, seen::add);
                seen.forEach(term -> counts.computeIfAbsent(term, t -> new int[1])[0]++);
            }
        }, progress);
        if (counts.size() > different) {
            return HashedTerms.of(gram);
        }
        final var minTexts = counts.values().stream().filter(count -> count[0] >= MIN_TEXTS).limit(MIN_TERMS)
            .count() < MIN_TERMS ? 1
                : MIN_TEXTS;
        final var kept = counts.entrySet().stream().filter(entry -> entry.getValue()[0] >= minTexts)
            .sorted(Comparator.comparingInt((Map.Entry<String, int[]> entry) -> -entry.getValue()[0])
                .thenComparing(Map.Entry::getKey))
            .limit(max).map(Map.Entry::getKey).sorted().toList();
        return new Vocabulary(gram, kept);
    }

    @Override
    public Gram gram() {
        return gram;
    }

    @Override
    public int columns() {
        return terms.size();
    }

    /** @return the terms, in the order of their columns */
    public List<String> terms() {
        return terms;
    }

    @Override
    public SparseRows count(final Texts texts, final Progress progress) {
        final var builder = new SparseBuilder(texts.size(), terms.size());
        texts.each(words -> {
            final var counter = new TermCounter();
            gram.of(words, term -> {
                final var column = columnOf.get(term);
                if (column != null) {
                    counter.add(column, 1);
                }
            });
            counter.write(builder);
        }, progress);
        return builder.build();
    }
}

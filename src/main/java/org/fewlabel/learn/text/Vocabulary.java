package org.fewlabel.learn.text;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.Progress;

/**
 * The terms of one kind that count. Each is in two texts or more, for what is in one tells nothing of the others;
 * unless there are hardly any of them, as in a table of few short texts.
 */
public final class Vocabulary implements Terms {

    /** More different terms are not held in memory. */
    private static final int MOST_DIFFERENT = 2_000_000;

    private static final int FEWEST_TEXTS = 2;

    /** With fewer terms in two texts, those in one count too. */
    private static final int FEWEST_TERMS = 10;

    private final Gram gram;

    private final List<String> terms;

    private final Map<String, Integer> placeOf;

    /**
     * @param gram what the terms are
     * @param terms in their order
     * @throws IllegalArgumentException if one is there twice
     */
    public Vocabulary(final Gram gram, final List<String> terms) {
        this.gram = gram;
        this.terms = List.copyOf(terms);
        this.placeOf = new HashMap<>(2 * terms.size());
        for (final var term : terms) {
            if (placeOf.putIfAbsent(term, placeOf.size()) != null) {
                throw new IllegalArgumentException("The term \"" + term + "\" is there twice.");
            }
        }
    }

    /**
     * Finds the terms; of more than {@code most}, those in the most texts, and of equally frequent ones the first by
     * their characters. If there are so many different ones that they cannot be counted in memory, they are hashed.
     *
     * @param texts the words of each
     * @param most how many terms there may be
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Terms of(final Texts texts, final Gram gram, final int most, final Progress progress) {
        return of(texts, gram, most, MOST_DIFFERENT, progress);
    }

    /** @param different how many different terms may be held in memory */
    static Terms of(final Texts texts, final Gram gram, final int most, final int different, final Progress progress) {
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
        final var fewest = counts.values().stream().filter(count -> count[0] >= FEWEST_TEXTS).limit(FEWEST_TERMS)
            .count() < FEWEST_TERMS ? 1
                : FEWEST_TEXTS;
        final var kept = counts.entrySet().stream().filter(entry -> entry.getValue()[0] >= fewest)
            .sorted(Comparator.comparingInt((Map.Entry<String, int[]> entry) -> -entry.getValue()[0])
                .thenComparing(Map.Entry::getKey))
            .limit(most).map(Map.Entry::getKey).sorted().toList();
        return new Vocabulary(gram, kept);
    }

    @Override
    public Gram gram() {
        return gram;
    }

    @Override
    public int places() {
        return terms.size();
    }

    /** @return the terms, in the order of their places */
    public List<String> terms() {
        return terms;
    }

    @Override
    public SparseRows count(final Texts texts, final Progress progress) {
        final var builder = new SparseBuilder(texts.size(), terms.size());
        texts.each(words -> {
            final var counter = new PlaceCounter();
            gram.of(words, term -> {
                final var place = placeOf.get(term);
                if (place != null) {
                    counter.add(place, 1);
                }
            });
            counter.write(builder);
        }, progress);
        return builder.build();
    }
}

package org.fewlabel.learn.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.Progress;

/**
 * The terms of one kind that count. Each is in two texts or more, for what is in one tells nothing of the others; unless
 * there are hardly any of them, as in a table of few short texts.
 */
public final class Vocabulary {

    /** With so many terms of which most are in one text, those of one text are forgotten. */
    private static final int CROWDED = 2_000_000;

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
     * Finds the terms; of more than {@code most}, those in the most texts, and of equally frequent ones the first by their
     * characters.
     *
     * @param texts the words of each
     * @param most how many terms there may be
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static Vocabulary of(final Texts texts, final Gram gram, final int most, final Progress progress) {
        final var counts = new HashMap<String, int[]>();
        texts.each(words -> {
            final var seen = new HashSet<String>();
            gram.of(words, seen::add);
            seen.forEach(term -> counts.computeIfAbsent(term, t -> new int[1])[0]++);
            if (counts.size() > CROWDED) {
                counts.values().removeIf(count -> count[0] < FEWEST_TEXTS);
            }
        }, progress);
        final var fewest =
            counts.values().stream().filter(count -> count[0] >= FEWEST_TEXTS).limit(FEWEST_TERMS).count() < FEWEST_TERMS ? 1
                : FEWEST_TEXTS;
        final var kept = counts.entrySet().stream().filter(entry -> entry.getValue()[0] >= fewest)
            .sorted(Comparator.comparingInt((Map.Entry<String, int[]> entry) -> -entry.getValue()[0])
                .thenComparing(Map.Entry::getKey))
            .limit(most).map(Map.Entry::getKey).sorted().toList();
        return new Vocabulary(gram, kept);
    }

    /** @return what the terms are */
    public Gram gram() {
        return gram;
    }

    /** @return the terms, in the order of their places */
    public List<String> terms() {
        return terms;
    }

    /**
     * @param texts the words of each
     * @return how often each text has each term; others are ignored
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public SparseRows count(final Texts texts, final Progress progress) {
        final var builder = new SparseBuilder(texts.size(), terms.size());
        texts.each(words -> {
            final var counts = new HashMap<Integer, int[]>();
            gram.of(words, term -> {
                final var place = placeOf.get(term);
                if (place != null) {
                    counts.computeIfAbsent(place, p -> new int[1])[0]++;
                }
            });
            final var places = new ArrayList<>(counts.keySet());
            places.sort(null);
            places.forEach(place -> builder.add(place, counts.get(place)[0]));
            builder.endRow();
        }, progress);
        return builder.build();
    }
}

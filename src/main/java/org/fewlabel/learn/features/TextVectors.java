package org.fewlabel.learn.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Shuffle;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.text.Directions;
import org.fewlabel.learn.text.Gram;
import org.fewlabel.learn.text.HashedTerms;
import org.fewlabel.learn.text.SparseRows;
import org.fewlabel.learn.text.TermWeights;
import org.fewlabel.learn.text.Terms;
import org.fewlabel.learn.text.Texts;
import org.fewlabel.learn.text.TruncatedSvd;
import org.fewlabel.learn.text.Vocabulary;

/**
 * How a text becomes a vector of at most {@value #MOST_DIRECTIONS} numbers: latent semantic analysis (Deerwester et
 * al., Indexing by latent semantic analysis, 1990). Words, pairs of words and parts of words are counted, each of the
 * three weighted by TF-IDF and all three of one length, and projected onto the directions in which the texts differ
 * most. Every direction is shortened by what is noise of it, for which the shortest one found stands, so that it does
 * not matter how many there are (on shrinking singular values: Gavish and Donoho, Optimal shrinkage of singular values,
 * 2017). The result has the length 1, so that the length of a text does not count. A text without a known word is a
 * vector of zeros.
 *
 * @param terms of each kind, in the order of {@link Gram}; hashed if the user wants it, or they are too many
 * @param weights of the terms of each
 * @param directions onto which the terms of all are projected
 */
public record TextVectors(List<Terms> terms, List<TermWeights> weights, Directions directions) {

    static final int MOST_DIRECTIONS = 100;

    /** Of the commonest terms of each kind. */
    private static final int[] MOST_TERMS = {20_000, 10_000, 20_000};

    /** The directions are found from so many rows at most, drawn at random. */
    private static final int MOST_ROWS = 20_000;

    private static final String TERMS = "terms ";

    private static final String PLACES = "places ";

    private static final String WEIGHTS = "weights ";

    /** of the start of the search and of the rows drawn; fixed, so that the same table gives the same result */
    private static final long SEED = 0;

    /**
     * What was fitted.
     *
     * @param texts makes vectors of texts
     * @param encoded the texts that it was fitted on
     * @param hashed whether it was to know terms by their hash codes
     */
    public record Fitted(TextVectors texts, Encoded encoded, boolean hashed) {

        public VectorColumn vectors() {
            return encoded.vectors();
        }
    }

    /**
     * @return {@code null} if no text has a word
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Fitted fit(final TextColumn column, final Progress progress) {
        final var known = FittedTexts.of(column);
        if (known != null) {
            return known;
        }
        final var fitted = fitAnew(column, progress);
        FittedTexts.keep(column, fitted);
        return fitted;
    }

    private static Fitted fitAnew(final TextColumn column, final Progress progress) {
        final var texts = Texts.of(column.texts(), progress);
        final var terms = new ArrayList<Terms>();
        for (final var gram : Gram.values()) {
            terms.add(column.hashed() ? HashedTerms.of(gram)
                : Vocabulary.of(texts, gram, MOST_TERMS[gram.ordinal()], progress));
        }
        final var counts = counts(terms, texts, progress);
        final var weights = counts.stream().map(TermWeights::of).toList();
        final var all = weighted(counts, weights);
        if (all.count() == 0) {
            return null;
        }
        final var fitted = new TextVectors(List.copyOf(terms), weights,
            shrunk(TruncatedSvd.of(some(all), MOST_DIRECTIONS, SEED, progress.part(0, 0))));
        return new Fitted(fitted,
            new Encoded(fitted.vectors(column, all, progress), words(terms.get(0), counts.get(0), texts, progress)),
            column.hashed());
    }

    /** With signs where terms are hashed. */
    private static List<SparseRows> counts(final List<Terms> terms, final Texts texts, final Progress progress) {
        final var counts = new ArrayList<SparseRows>();
        for (final var each : terms) {
            counts.add(each.signed(texts, progress));
        }
        return counts;
    }

    /** Without signs: what learns from words takes counts. */
    private static SparseRows words(final Terms words, final SparseRows signed, final Texts texts,
        final Progress progress) {
        return words instanceof HashedTerms ? words.count(texts, progress) : signed;
    }

    /** Each direction counts by the part of it that is longer than the last one found. */
    private static Directions shrunk(final TruncatedSvd svd) {
        final var values = svd.directions().values().clone();
        final var count = svd.directions().count();
        for (var i = 0; i < values.length; i++) {
            final var length = svd.lengths()[i % count];
            values[i] *= (float)(1 - svd.floor() * svd.floor() / (length * length));
        }
        return new Directions(count, values);
    }

    private static SparseRows some(final SparseRows rows) {
        if (rows.rows() <= MOST_ROWS) {
            return rows;
        }
        final var drawn = Shuffle.first(IntStream.range(0, rows.rows()).toArray(), MOST_ROWS,
            new SplittableRandom(SEED));
        Arrays.sort(drawn);
        return rows.select(drawn);
    }

    private static SparseRows weighted(final List<SparseRows> counts, final List<TermWeights> weights) {
        var all = SparseRows.none(counts.get(0).rows());
        for (var v = 0; v < counts.size(); v++) {
            all = all.beside(weights.get(v).apply(counts.get(v)));
        }
        return all;
    }

    /**
     * What texts become.
     *
     * @param vectors of length 1 or 0; a missing text has a missing one
     * @param words how often each has each word
     */
    public record Encoded(VectorColumn vectors, SparseRows words) {
    }

    /** @throws java.util.concurrent.CancellationException if the user canceled */
    public Encoded encode(final TextColumn column, final Progress progress) {
        final var known = FittedTexts.of(column);
        if (known != null && known.texts() == this) {
            return known.encoded();
        }
        final var texts = Texts.of(column.texts(), progress);
        final var counts = counts(terms, texts, progress);
        return new Encoded(vectors(column, weighted(counts, weights), progress),
            words(terms.get(0), counts.get(0), texts, progress));
    }

    private VectorColumn vectors(final TextColumn column, final SparseRows weighted, final Progress progress) {
        final var width = directions.count();
        final var values = directions.project(weighted, progress);
        for (var row = 0; row < column.size(); row++) {
            toLengthOne(values, row * width, width, column.texts()[row] == null);
        }
        return new VectorColumn(column.name(), column.size(), width, values);
    }

    private static void toLengthOne(final float[] values, final int from, final int width, final boolean missing) {
        var square = 0.0;
        for (var i = from; i < from + width; i++) {
            square += (double)values[i] * values[i];
        }
        for (var i = from; i < from + width; i++) {
            values[i] = missing ? Float.NaN : square > 0 ? (float)(values[i] / Math.sqrt(square)) : 0;
        }
    }

    /**
     * @return the column, if it holds texts
     * @throws UserMessageException if it does not; the message is for the user
     */
    public static TextColumn check(final String name, final Column column) {
        if (column instanceof TextColumn texts) {
            return texts;
        }
        throw new UserMessageException("Column \"" + name + "\" must hold texts.");
    }

    /** @return how many places words have: as many as count, unless they are hashed */
    int words() {
        return terms.get(0).places();
    }

    /**
     * @param column what the user calls the texts
     * @return what the user should know of how they are read, in sentences
     */
    public List<String> notes(final String column) {
        final var hashed = terms.stream().filter(HashedTerms.class::isInstance).toList();
        return hashed.isEmpty() ? List.of()
            : List.of("Of the texts of \"" + column + "\", "
                + hashed.stream().map(each -> each.gram().text()).collect(Collectors.joining(", "))
                + " are counted by their hash codes, at " + hashed.stream().mapToInt(Terms::places).sum() + " places"
                + (hashed.size() < terms.size() ? ", for there are too many different ones to keep them." : "."));
    }

    /**
     * @param column the name of the column of texts
     * @return which terms are hashed; empty if all are in a vocabulary
     */
    public Optional<HashedWords> hashed(final String column) {
        final var hashed = terms.stream().filter(HashedTerms.class::isInstance).toList();
        return hashed.isEmpty() ? Optional.empty()
            : Optional.of(new HashedWords(column, hashed.stream().map(Terms::gram).toList(),
                hashed.stream().mapToInt(Terms::places).sum(), hashed.size() < terms.size()));
    }

    public State state() {
        final var state = new State().put("count", directions.count()).put("directions", directions.values());
        for (final var gram : Gram.values()) {
            if (terms.get(gram.ordinal()) instanceof Vocabulary vocabulary) {
                state.put(TERMS + gram, vocabulary.terms().toArray(String[]::new));
            } else {
                state.put(PLACES + gram, terms.get(gram.ordinal()).places());
            }
            state.put(WEIGHTS + gram, weights.get(gram.ordinal()).inverse());
        }
        return state;
    }

    /** @throws UserMessageException if the state is damaged */
    public static TextVectors restore(final State state) {
        final var terms = new ArrayList<Terms>();
        final var weights = new ArrayList<TermWeights>();
        var all = 0L;
        for (final var gram : Gram.values()) {
            final var read = terms(state, gram);
            final var inverse = finite(state, WEIGHTS + gram, read.places());
            for (final var weight : inverse) {
                if (!(weight >= 1)) { // a term of weight 0 would make rows of length 0 that have terms
                    throw new UserMessageException(
                        "The stored model is damaged: a term has the weight " + weight + ".");
                }
            }
            terms.add(read);
            weights.add(new TermWeights(inverse));
            all += read.places();
        }
        final var count = state.integer("count", 1, MOST_DIRECTIONS);
        return new TextVectors(List.copyOf(terms), List.copyOf(weights),
            new Directions(count, finite(state, "directions", all * count)));
    }

    private static Terms terms(final State state, final Gram gram) {
        final var hashed = state.entries().containsKey(PLACES + gram);
        final var places = hashed ? state.integer(PLACES + gram) : 0;
        final var texts = hashed ? List.<String>of() : List.of(state.texts(TERMS + gram, -1));
        try {
            return hashed ? new HashedTerms(gram, places) : new Vocabulary(gram, texts);
        } catch (final IllegalArgumentException e) { // the numbers and texts are no terms
            throw new UserMessageException("The stored model is damaged: " + e.getMessage(), e);
        }
    }

    private static float[] finite(final State state, final String name, final long length) {
        final var values = state.floatsOrMissing(name, length);
        for (final var value : values) {
            if (Float.isNaN(value)) {
                throw new UserMessageException("The stored model is damaged: \"" + name + "\" holds NaN.");
            }
        }
        return values;
    }
}

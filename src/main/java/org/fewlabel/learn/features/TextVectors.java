package org.fewlabel.learn.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
 * Encodes texts as vectors of at most {@value #MAX_DIRECTIONS} numbers by latent semantic analysis (Deerwester et al.,
 * Indexing by latent semantic analysis, 1990). Words, bigrams and character n-grams are counted, each of the three
 * kinds weighted by TF-IDF and normalized, and projected onto the first singular vectors. Every singular value is
 * shrunk by its noise, estimated by the smallest one computed, so that the number of directions hardly matters (on
 * shrinkage of singular values: Gavish and Donoho, Optimal shrinkage of singular values, 2017). The result is scaled to
 * norm 1, so that the length of a text has no influence. A text without a known word is a zero vector.
 *
 * @param terms of each kind, in the order of {@link Gram}; hashed on the user's request, or if they are too many
 * @param weights the TF-IDF weights of each kind
 * @param directions onto which the concatenated terms are projected
 */
public record TextVectors(List<Terms> terms, List<TermWeights> weights, Directions directions) {

    static final int MAX_DIRECTIONS = 100;

    /** The maximum number of terms of each kind, the most frequent ones. */
    private static final int[] MAX_TERMS = {20_000, 10_000, 20_000};

    /** The singular vectors are computed from at most this many rows, drawn at random. */
    private static final int MAX_ROWS = 20_000;

    private static final String TERMS = "terms ";

    private static final String PLACES = "places ";

    private static final String WEIGHTS = "weights ";

    /** of the random start and the rows drawn; fixed, so that the same table gives the same result */
    private static final long SEED = 0;

    /**
     * The result of a fit.
     *
     * @param texts encodes texts as vectors
     * @param encoded the texts that it was fitted on
     * @param hashed whether feature hashing was requested
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
        final var fitted = fitNew(column, progress);
        FittedTexts.keep(column, fitted);
        return fitted;
    }

    private static Fitted fitNew(final TextColumn column, final Progress progress) {
        final var texts = Texts.of(column.texts(), progress);
        final var terms = new ArrayList<Terms>();
        for (final var gram : Gram.values()) {
            terms.add(column.hashed() ? HashedTerms.of(gram)
                : Vocabulary.of(texts, gram, MAX_TERMS[gram.ordinal()], progress));
        }
        final var counts = counts(terms, texts, progress);
        final var weights = counts.stream().map(TermWeights::of).toList();
        final var all = weighted(counts, weights);
        if (all.count() == 0) {
            return null;
        }
        final var fitted = new TextVectors(List.copyOf(terms), weights,
            shrunk(TruncatedSvd.of(sample(all), MAX_DIRECTIONS, SEED, progress.part(0, 0))));
        return new Fitted(fitted,
            new Encoded(fitted.vectors(column, all, progress), words(terms.get(0), counts.get(0), texts, progress)),
            column.hashed());
    }

    /** The counts of each kind, with random signs if terms are hashed. */
    private static List<SparseRows> counts(final List<Terms> terms, final Texts texts, final Progress progress) {
        final var counts = new ArrayList<SparseRows>();
        for (final var each : terms) {
            counts.add(each.signed(texts, progress));
        }
        return counts;
    }

    /** The word counts without signs, for classifiers of counts. */
    private static SparseRows words(final Terms words, final SparseRows signed, final Texts texts,
        final Progress progress) {
        return words instanceof HashedTerms ? words.count(texts, progress) : signed;
    }

    /** Multiplies each direction by the share of its squared singular value above the noise floor. */
    private static Directions shrunk(final TruncatedSvd svd) {
        final var values = svd.directions().values().clone();
        final var count = svd.directions().count();
        for (var i = 0; i < values.length; i++) {
            final var singularValue = svd.singularValues()[i % count];
            values[i] *= (float)(1 - svd.floor() * svd.floor() / (singularValue * singularValue));
        }
        return new Directions(count, values);
    }

    private static SparseRows sample(final SparseRows rows) {
        if (rows.rows() <= MAX_ROWS) {
            return rows;
        }
        final var drawn = Shuffle.first(IntStream.range(0, rows.rows()).toArray(), MAX_ROWS,
            new SplittableRandom(SEED));
        Arrays.sort(drawn);
        return rows.select(drawn);
    }

    private static SparseRows weighted(final List<SparseRows> counts, final List<TermWeights> weights) {
        var all = SparseRows.none(counts.get(0).rows());
        for (var v = 0; v < counts.size(); v++) {
            all = all.concat(weights.get(v).apply(counts.get(v)));
        }
        return all;
    }

    /**
     * Encoded texts.
     *
     * @param vectors of norm 1 or 0; a missing text has a missing one
     * @param words the word counts of each text
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
            normalize(values, row * width, width, column.texts()[row] == null);
        }
        return new VectorColumn(column.name(), column.size(), width, values);
    }

    private static void normalize(final float[] values, final int from, final int width, final boolean missing) {
        var square = 0.0;
        for (var i = from; i < from + width; i++) {
            square += (double)values[i] * values[i];
        }
        for (var i = from; i < from + width; i++) {
            values[i] = missing ? Float.NaN : square > 0 ? (float)(values[i] / Math.sqrt(square)) : 0;
        }
    }

    /**
     * @return the column, if it contains texts
     * @throws UserMessageException if it does not; the message is for the user
     */
    public static TextColumn check(final String name, final Column column) {
        if (column instanceof TextColumn texts) {
            return texts;
        }
        throw new UserMessageException("Column \"" + name + "\" must hold texts.");
    }

    /** @return the number of word columns: that of the words, or of the hash buckets */
    int words() {
        return terms.get(0).columns();
    }

    /**
     * @param column the name of the column of texts
     * @return which terms are hashed; empty if all are in a vocabulary
     */
    public Optional<HashedWords> hashed(final String column) {
        final var hashed = terms.stream().filter(HashedTerms.class::isInstance).toList();
        return hashed.isEmpty() ? Optional.empty()
            : Optional.of(new HashedWords(column, hashed.stream().map(Terms::gram).toList(),
                hashed.stream().mapToInt(Terms::columns).sum(), hashed.size() < terms.size()));
    }

    public State state() {
        final var state = new State().put("count", directions.count()).put("directions", directions.values());
        for (final var gram : Gram.values()) {
            if (terms.get(gram.ordinal()) instanceof Vocabulary vocabulary) {
                state.put(TERMS + gram, vocabulary.terms().toArray(String[]::new));
            } else {
                state.put(PLACES + gram, terms.get(gram.ordinal()).columns());
            }
            state.put(WEIGHTS + gram, weights.get(gram.ordinal()).idf());
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
            final var idf = finite(state, WEIGHTS + gram, read.columns());
            for (final var weight : idf) {
                if (!(weight >= 1)) { // a term of weight 0 would give rows with terms the norm 0
                    throw new UserMessageException(
                        "The stored model is damaged: a term has the weight " + weight + ".");
                }
            }
            terms.add(read);
            weights.add(new TermWeights(idf));
            all += read.columns();
        }
        final var count = state.integer("count", 1, MAX_DIRECTIONS);
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

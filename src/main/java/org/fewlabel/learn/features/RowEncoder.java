package org.fewlabel.learn.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Metric;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.text.SparseRows;

/**
 * Encodes raw columns as numeric dimensions for distances and classifiers. For the Euclidean distance every column
 * contributes 2 to its square on average, whatever its unit, and every dimension has mean 0: numbers are scaled by
 * {@code NumberScale}; categories and the bits of fingerprints become one dimension each. A vector contributes 2 for
 * each of its dimensions that vary, which are divided by one pooled spread; a text, which becomes a vector, contributes
 * 20. For Gower's similarity numbers are scaled to their range; for cosine and Tanimoto's they are unscaled, apart from
 * the norm of the row. A missing cell is NaN in all dimensions of its column; so is a category that did not occur when
 * the encoder was fitted, and a number, also one of a vector, that is missing or infinite. Columns that do not vary are
 * dropped.
 */
public final class RowEncoder {

    private static final int MAX_DIMENSIONS = 1_000_000;

    private final List<ColumnEncoder> encoders;

    private final List<String> dropped;

    private final int columns;

    private final Metric metric;

    private RowEncoder(final List<ColumnEncoder> encoders, final List<String> dropped, final Similarity similarity) {
        this.encoders = encoders;
        this.dropped = dropped;
        this.columns = encoders.stream().mapToInt(ColumnEncoder::dimensions).sum();
        this.metric = similarity == Similarity.EUCLIDEAN ? Metric.EUCLIDEAN
            : new Metric(similarity, weights(similarity));
    }

    /** For Gower's similarity, each column has the same weight, whatever the number of its dimensions. */
    private float[] weights(final Similarity similarity) {
        final var weights = new float[similarity == Similarity.GOWER ? columns : 0];
        var first = 0;
        for (final var encoder : encoders) {
            if (weights.length > 0) {
                Arrays.fill(weights, first, first + encoder.dimensions(), 1f / encoder.dimensions());
            }
            first += encoder.dimensions();
        }
        return weights;
    }

    /** @return the metric of the encoded rows */
    public Metric metric() {
        return metric;
    }

    /**
     * @param rows labeled or not
     * @return an encoder for these and similar rows, to be compared by their Euclidean distance
     * @throws CancellationException if the user canceled
     */
    public static RowEncoder fit(final Rows rows, final Progress progress) {
        return fit(rows, Similarity.EUCLIDEAN, progress);
    }

    /**
     * @param rows labeled or not
     * @param similarity for comparing the rows
     * @return an encoder for these and similar rows
     * @throws UserMessageException if the similarity cannot compare a column; the message is for the user
     * @throws CancellationException if the user canceled
     */
    public static RowEncoder fit(final Rows rows, final Similarity similarity, final Progress progress) {
        final var encoders = EncoderFit.fit(rows, similarity, progress);
        final var kept = new ArrayList<ColumnEncoder>();
        final var dropped = new ArrayList<String>();
        for (final var column : rows.columns()) {
            final var encoder = encoders.get(column.name());
            if (encoder == null) {
                dropped.add(column.name());
            } else {
                kept.add(encoder);
            }
        }
        return new RowEncoder(List.copyOf(kept), List.copyOf(dropped), similarity);
    }

    /** @return the number of dimensions; 0 if no column varies */
    public int columns() {
        return columns;
    }

    /** @return whether all columns that are used contain texts, and there is at least one */
    public boolean ofTexts() {
        return !encoders.isEmpty() && encoders.stream().allMatch(TextEncoder.class::isInstance);
    }

    /** @return the dimensions that are not of texts, ascending; all if there is no text */
    public int[] dimensionsBesideTexts() {
        return dimensionsOf(
            encoders.stream().filter(encoder -> !(encoder instanceof TextEncoder)).map(ColumnEncoder::name).toList());
    }

    /** @return the number of word columns of all texts */
    public int words() {
        return encoders.stream().mapToInt(encoder -> encoder instanceof TextEncoder texts ? texts.texts().words() : 0)
            .sum();
    }

    /** @return the names of the columns that are used, in their order */
    public List<String> used() {
        return encoders.stream().map(ColumnEncoder::name).toList();
    }

    /**
     * @param names of columns, in any order; those that are not used are ignored
     * @return the dimensions of these columns, ascending
     */
    public int[] dimensionsOf(final Collection<String> names) {
        final var dimensions = IntStream.builder();
        var first = 0;
        for (final var encoder : encoders) {
            if (names.contains(encoder.name())) {
                IntStream.range(first, first + encoder.dimensions()).forEach(dimensions::add);
            }
            first += encoder.dimensions();
        }
        return dimensions.build().toArray();
    }

    /**
     * @param names of columns, in any order; those that are not used are ignored
     * @return the indices of the word counts of these columns, ascending; none if one of them is not a text
     */
    public int[] wordsOf(final Collection<String> names) {
        final var indices = IntStream.builder();
        var first = 0;
        for (final var encoder : encoders) {
            final var count = encoder instanceof TextEncoder texts ? texts.texts().words() : 0;
            if (names.contains(encoder.name())) {
                if (count == 0) {
                    return new int[0];
                }
                IntStream.range(first, first + count).forEach(indices::add);
            }
            first += count;
        }
        return indices.build().toArray();
    }

    /** @return the names of the columns that are not used because they do not vary */
    public List<String> dropped() {
        return dropped;
    }

    /** @return the columns of which terms are hashed */
    public List<HashedWords> hashedWords() {
        final var hashed = new ArrayList<HashedWords>();
        encoders.forEach(encoder -> {
            if (encoder instanceof TextEncoder texts) {
                texts.texts().hashed(texts.name()).ifPresent(hashed::add);
            }
        });
        return hashed;
    }

    /**
     * @param rows with all columns that are used, in any order; others are ignored
     * @return the encoded rows
     * @throws UserMessageException if a column is missing or of another kind, or has vectors of another length, or
     *         the rows are too many for one array; the message is for the user
     * @throws CancellationException if the user canceled
     */
    public DenseRows encode(final Rows rows, final Progress progress) {
        final var size = (long)rows.size() * columns;
        if (size > Integer.MAX_VALUE - 8) {
            throw new UserMessageException(rows.size() + " rows of " + columns
                + " dimensions are too many to be held in memory. Use fewer columns or rows.");
        }
        final var byName = byName(rows);
        final var values = new float[(int)size];
        var words = SparseRows.none(rows.size());
        var first = 0;
        for (final var encoder : encoders) {
            progress.checkCanceled();
            final var column = byName.get(encoder.name());
            if (encoder instanceof TextEncoder texts) {
                words = words.concat(texts.encodeAndCount(column, values, columns, first, progress));
            } else {
                encoder.encode(column, values, columns, first, progress);
            }
            first += encoder.dimensions();
        }
        if (metric.similarity() == Similarity.COSINE) {
            normalize(values);
        }
        return new DenseRows(rows.size(), columns, values, metric, words);
    }

    /**
     * Scales rows to Euclidean norm 1, so that rows of the same direction are equal; missing numbers are ignored, and
     * zero rows are kept.
     */
    private void normalize(final float[] values) {
        for (var from = 0; from < values.length; from += columns) {
            var square = 0.0;
            for (var i = from; i < from + columns; i++) {
                square += Float.isNaN(values[i]) ? 0 : (double)values[i] * values[i];
            }
            final var length = Math.sqrt(square);
            for (var i = from; i < from + columns && length > 0; i++) {
                values[i] = (float)(values[i] / length);
            }
        }
    }

    /**
     * @param rows with all columns that are used
     * @return the number of cells with an unknown category of each nominal column that has some
     * @throws IllegalArgumentException if a column is missing or of another kind
     */
    public Map<String, Integer> unseenCells(final Rows rows) {
        final var byName = byName(rows);
        final var unseen = new LinkedHashMap<String, Integer>();
        for (final var encoder : encoders) {
            if (encoder instanceof NominalEncoder nominal) {
                final var cells = nominal.unseenCells(byName.get(nominal.name()));
                if (cells > 0) {
                    unseen.put(nominal.name(), cells);
                }
            }
        }
        return unseen;
    }

    private Map<String, Column> byName(final Rows rows) {
        final var byName = new HashMap<String, Column>();
        rows.columns().forEach(column -> byName.put(column.name(), column));
        for (final var encoder : encoders) {
            if (!byName.containsKey(encoder.name())) {
                throw new UserMessageException("Column \"" + encoder.name() + "\" is missing.");
            }
        }
        return byName;
    }

    /** @return the input of {@link #restore} */
    public State state() {
        final var state = new State().put("dropped", dropped.toArray(new String[0])).put("columns", encoders.size())
            .put("metric", metric.state());
        for (var i = 0; i < encoders.size(); i++) {
            state.put("column " + i, encoders.get(i).state());
        }
        return state;
    }

    /**
     * @param state of another encoder
     * @return an equal encoder
     * @throws UserMessageException if the state is damaged
     */
    public static RowEncoder restore(final State state) {
        final var count = state.integer("columns", 0, state.entries().size());
        final var encoders = new ArrayList<ColumnEncoder>();
        final var names = new HashSet<String>();
        var dimensions = 0L;
        for (var i = 0; i < count; i++) {
            final var encoder = ColumnEncoder.restore(state.state("column " + i));
            dimensions += encoder.dimensions();
            if (!names.add(encoder.name()) || dimensions > MAX_DIMENSIONS) {
                throw new UserMessageException("The stored model is damaged: the column \"" + encoder.name()
                    + "\" is there twice, or there are too many dimensions.");
            }
            encoders.add(encoder);
        }
        final var metric = Metric.restore(state.state("metric"), (int)dimensions);
        return new RowEncoder(List.copyOf(encoders), List.of(state.texts("dropped", -1)), metric.similarity());
    }
}

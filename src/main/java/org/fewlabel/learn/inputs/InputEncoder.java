package org.fewlabel.learn.inputs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.text.Subwords;

/**
 * Encodes raw columns as the input of a network. Missing cells have an indicator and are not imputed. Nominal columns
 * with few categories are one-hot encoded, those with many become codes for an embedding; the {@value #MAX_CATEGORIES}
 * most frequent categories are distinguished, all rarer ones are combined. The bits of a bit vector and dimensions of a
 * vector that vary are columns of their own, as are all numbers of an image; a text is first encoded as a vector. An
 * infinite number counts as missing. Columns with one value, or none, in all rows are dropped.
 */
public final class InputEncoder {

    /** Up to this many categories are one-hot encoded. */
    public static final int MAX_ONE_HOT = 32;

    /** If there are more categories, the rarest are combined. */
    public static final int MAX_CATEGORIES = 1000;

    private static final int MAX_WIDTH = 1_000_000;

    /** The scaling of numbers. */
    public enum Scaling {
        /**
         * like {@code RowEncoder}: by the range between the 1st and 99th percentile, columns of similar scale together,
         * and the dimensions of a vector by one pooled standard deviation, clipped to ±100 of it
         */
        ROBUST,
        /**
         * standardization to mean 0 and standard deviation 1, also of vectors but not of texts, clipped to ±100
         * deviations
         */
        STANDARD
    }

    /** Numbers are clipped to this many deviations from their center. */
    static final double LIMIT = 100;

    private final List<InputPart> parts;

    private final List<String> dropped;

    private final List<InputColumn> columns = new ArrayList<>();

    private final int width;

    private InputEncoder(final List<InputPart> parts, final List<String> dropped) {
        this.parts = parts;
        this.dropped = dropped;
        var at = 0;
        for (final var part : parts) {
            if (part.width() > MAX_WIDTH - at) {
                throw new UserMessageException(
                    "The columns are too many for a network: more than " + MAX_WIDTH + ".");
            }
            columns.addAll(part.columns(at));
            at += part.width();
        }
        this.width = at;
    }

    /**
     * @param rows the training rows of the network
     * @param scaling of numbers
     * @return an encoder for these and similar rows
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static InputEncoder fit(final Rows rows, final Scaling scaling, final Progress progress) {
        final var scales = NumberInput.scales(rows, scaling, progress);
        final var parts = new ArrayList<InputPart>();
        final var dropped = new ArrayList<String>();
        for (final var column : rows.columns()) {
            progress.checkCanceled();
            final var part = column instanceof NumberColumn number ? NumberInput.fit(number, scales.get(number.name()))
                : column instanceof NominalColumn nominal ? NominalInput.fit(nominal)
                    : column instanceof BitColumn bits ? BitInput.fit(bits, progress)
                        : column instanceof TextColumn texts ? TextInput.fit(texts, progress)
                            : fit((VectorColumn)column, scaling, progress);
            if (part == null) {
                dropped.add(column.name());
            } else {
                parts.add(part);
            }
        }
        return new InputEncoder(List.copyOf(parts), List.copyOf(dropped));
    }

    /**
     * Creates a tokenizer of texts, for networks that take sequences.
     *
     * @param rows whose only column is a text
     * @return an encoder for these and similar rows
     * @throws UserMessageException if there are other columns, or no text has a word; the message is for the user
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static InputEncoder tokens(final Rows rows, final Progress progress) {
        if (rows.columns().size() != 1 || !(rows.columns().get(0) instanceof TextColumn texts)) {
            throw new UserMessageException(
                "To mask words, the only column must be one of free text. Choose only that "
                    + "column, or another task.");
        }
        return new InputEncoder(List.of(TokenInput.fit(texts, progress)), List.of());
    }

    private static InputPart fit(final VectorColumn column, final Scaling scaling, final Progress progress) {
        return column.image() == null ? VectorInput.fit(column, scaling, progress) : ShapedInput.fit(column, progress);
    }

    /** @return the shape of the rows, if the only column has one */
    public Optional<Shape> shape() {
        return parts.size() == 1 && parts.get(0) instanceof ShapedInput shaped ? Optional.of(shaped.shape())
            : Optional.empty();
    }

    /** @return the names of the columns that are used, in their order */
    public List<String> used() {
        return parts.stream().map(InputPart::name).toList();
    }

    /** @return the columns of the network's input, in their order */
    public List<InputColumn> columns() {
        return List.copyOf(columns);
    }

    /** @return the numbers per row; 0 if no column varies */
    public int width() {
        return width;
    }

    /** @return the names of the columns that are not used because they do not vary */
    public List<String> dropped() {
        return dropped;
    }

    /**
     * @param rows with all columns that are used, in any order; others are ignored
     * @return the input of the network, row by row
     * @throws UserMessageException if a column is missing or of another kind, or has vectors of another length, or
     *         there are too many rows; the message is for the user
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public DenseRows encode(final Rows rows, final Progress progress) {
        final var size = (long)rows.size() * width;
        if (size > Integer.MAX_VALUE - 8) {
            throw new UserMessageException(rows.size() + " rows of " + width
                + " numbers are too many to be held in memory. Use fewer columns or rows.");
        }
        final var byName = byName(rows);
        final var values = new float[(int)size];
        var first = 0;
        for (final var part : parts) {
            progress.checkCanceled();
            final var column = byName.get(part.name());
            if (column == null) {
                throw new UserMessageException("Column \"" + part.name() + "\" is missing.");
            }
            part.encode(column, values, width, first, progress);
            first += part.width();
        }
        return new DenseRows(rows.size(), width, values);
    }

    private static Map<String, Column> byName(final Rows rows) {
        final var byName = new HashMap<String, Column>();
        rows.columns().forEach(column -> byName.put(column.name(), column));
        return byName;
    }

    /**
     * @param rows with all columns that are used
     * @return the number of unseen cells of each column that has some: unknown categories, and missing numbers, bit
     *         vectors and vectors if none was missing when this was fitted
     */
    public Map<String, Integer> unseenCells(final Rows rows) {
        final var unseen = new LinkedHashMap<String, Integer>();
        final var byName = byName(rows);
        for (final var part : parts) {
            final var cells = part.unseenCells(byName.get(part.name()));
            if (cells > 0) {
                unseen.put(part.name(), cells);
            }
        }
        return unseen;
    }

    /** @return the vocabulary of word pieces; {@code null} if {@link #tokens} did not create this */
    public Subwords pieces() {
        return parts.size() == 1 && parts.get(0) instanceof TokenInput tokens ? tokens.pieces() : null;
    }

    /** @return the text columns whose terms are hashed */
    public List<HashedWords> hashed() {
        return parts.stream().flatMap(part -> part.hashed().stream()).toList();
    }

    /**
     * @param rows with all columns that are used
     * @return how much of its texts is read, for each column that is read as pieces of words
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public List<TextLengths> lengths(final Rows rows, final Progress progress) {
        final var byName = byName(rows);
        return parts.stream().flatMap(part -> part.lengths(byName.get(part.name()), progress).stream()).toList();
    }

    /** @return the input of {@link #restore} */
    public State state() {
        final var state = new State().put("dropped", dropped.toArray(String[]::new)).put("columns", parts.size());
        for (var i = 0; i < parts.size(); i++) {
            state.put("column " + i, parts.get(i).state());
        }
        return state;
    }

    /**
     * @param state of another encoder
     * @return an equal encoder
     * @throws UserMessageException if the state is damaged
     */
    public static InputEncoder restore(final State state) {
        final var count = state.integer("columns", 0, state.entries().size());
        final var parts = new ArrayList<InputPart>();
        final var names = new HashSet<String>();
        for (var i = 0; i < count; i++) {
            final var part = InputPart.restore(state.state("column " + i));
            if (!names.add(part.name())) {
                throw new UserMessageException(
                    "The stored model is damaged: the column \"" + part.name() + "\" is there twice.");
            }
            parts.add(part);
        }
        return new InputEncoder(List.copyOf(parts), List.of(state.texts("dropped", -1)));
    }
}

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
 * Turns raw columns into what a network takes. Missing is a state that the network sees, not an invented value. Few
 * categories get a place each, many become a code that the network looks up; the {@value #MAX_CATEGORIES} commonest
 * count each, all rarer ones as one. Of a bit vector every bit that varies is a column, of a vector of numbers every
 * dimension that varies, and of an image every number; a text becomes a vector of numbers first. An infinite number
 * counts as missing. Columns that have the same value, or none, in all rows are dropped.
 */
public final class InputEncoder {

    /** Up to so many categories get a place each. */
    public static final int MAX_ONE_HOT = 32;

    /** Of more categories the rarest are taken together. */
    public static final int MAX_CATEGORIES = 1000;

    private static final int MOST_WIDTH = 1_000_000;

    /** How numbers are scaled. */
    public enum Scaling {
        /**
         * as {@code RowEncoder} does: by what lies between the 1st and 99th percentile, columns of one scale together,
         * and the dimensions of a vector by one standard deviation, limited to 100 of it either way
         */
        ROBUST,
        /**
         * mean 0 and standard deviation 1, those of vectors but not of texts too, limited to 100 deviations either way
         */
        STANDARD
    }

    /** Numbers go no further from their center, in deviations. */
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
            if (part.width() > MOST_WIDTH - at) {
                throw new UserMessageException(
                    "The columns are too many for a network: more than " + MOST_WIDTH + ".");
            }
            columns.addAll(part.columns(at));
            at += part.width();
        }
        this.width = at;
    }

    /**
     * @param rows that the network will learn from
     * @param scaling of numbers
     * @return an encoder for these rows and others like them
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
     * Reads texts as the pieces of their words, in their order, for networks that take sequences.
     *
     * @param rows whose only column is a text
     * @return an encoder for these rows and others like them
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

    /** @return how the numbers of a row lie in a plane, if all of them belong to one column with a shape */
    public Optional<Shape> shape() {
        return parts.size() == 1 && parts.get(0) instanceof ShapedInput shaped ? Optional.of(shaped.shape())
            : Optional.empty();
    }

    /** @return the names of the columns that are used, in their order */
    public List<String> used() {
        return parts.stream().map(InputPart::name).toList();
    }

    /** @return the columns as the network sees them, in their order */
    public List<InputColumn> columns() {
        return List.copyOf(columns);
    }

    /** @return how many numbers a row has; 0 if no column has two different values */
    public int width() {
        return width;
    }

    /** @return the names of the columns that are not used because they tell nothing */
    public List<String> dropped() {
        return dropped;
    }

    /**
     * @param rows with all columns that are used, in any order; others are ignored
     * @return row by row the numbers that the network takes
     * @throws UserMessageException if a column is not there or of another kind, or has longer or shorter vectors,
     *             or there are too many rows; the message is for the user
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
     * @return by column that has such cells how many: categories never seen, and missing numbers, bit vectors and
     *         vectors where none was missing before
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

    /** @return the pieces of words that texts are read as; {@code null} if {@link #tokens} did not make this */
    public Subwords pieces() {
        return parts.size() == 1 && parts.get(0) instanceof TokenInput tokens ? tokens.pieces() : null;
    }

    /** @return the texts of which terms are counted by their hash codes */
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

    /** @return what {@link #restore} needs */
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

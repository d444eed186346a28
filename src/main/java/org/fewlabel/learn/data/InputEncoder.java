package org.fewlabel.learn.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;

/**
 * Turns raw columns into what a network takes. Missing is a state that the network sees, not an invented value. Few
 * categories get a place each, many become a code that the network looks up; the {@value #MOST_CATEGORIES} commonest
 * count each, all rarer ones as one. Of a bit vector every bit that varies is a column. An infinite number counts as missing. Columns that have the same value, or none, in
 * all rows are dropped.
 */
public final class InputEncoder {

    /** Up to so many categories get a place each. */
    public static final int MOST_PLACES = 32;

    /** Of more categories the rarest are taken together. */
    public static final int MOST_CATEGORIES = 1000;

    private static final int MOST_WIDTH = 1_000_000;

    /** How numbers are scaled. */
    public enum Scaling {
        /** as {@code RowEncoder} does: by what lies between the 1st and 99th percentile, columns of one scale together */
        ROBUST,
        /** mean 0 and standard deviation 1, limited to 100 deviations either way */
        STANDARD
    }

    private static final double LIMIT = 100;

    /** One column; the scale of a number, or the categories, or the bits that vary and the share of rows that have them. */
    private record Fitted(String name, NumberScale scale, boolean indicator, List<String> categories, List<String> rare,
        int[] bits, double[] shares) {

        Fitted(final String name, final NumberScale scale, final boolean indicator, final List<String> categories,
            final List<String> rare) {
            this(name, scale, indicator, categories, rare, null, null);
        }

        int known() {
            return categories.size() + (rare.isEmpty() ? 0 : 1);
        }

        List<InputColumn> at(final int first) {
            if (bits == null) {
                return List.of(single(first));
            }
            final var places = new ArrayList<InputColumn>();
            for (final var bit : bits) {
                places.add(new InputColumn(name + " [" + bit + "]", InputColumn.Kind.NUMBER, first + places.size(), 1, 0));
            }
            if (indicator) {
                places.add(
                    new InputColumn(name + " (missing)", InputColumn.Kind.NUMBER, first + places.size(), 1, 0));
            }
            return places;
        }

        private InputColumn single(final int first) {
            if (scale != null) {
                return new InputColumn(name, InputColumn.Kind.NUMBER, first, indicator ? 2 : 1, 0);
            }
            return known() <= MOST_PLACES
                ? new InputColumn(name, InputColumn.Kind.ONE_HOT, first, known() + 1, known())
                : new InputColumn(name, InputColumn.Kind.CODE, first, 1, known());
        }
    }

    private final List<Fitted> fitted;

    private final List<String> dropped;

    private final List<InputColumn> columns = new ArrayList<>();

    private final int width;

    private InputEncoder(final List<Fitted> fitted, final List<String> dropped) {
        this.fitted = fitted;
        this.dropped = dropped;
        var at = 0;
        for (final var column : fitted) {
            final var places = column.at(at);
            columns.addAll(places);
            at = places.get(places.size() - 1).first() + places.get(places.size() - 1).width();
            if (at > MOST_WIDTH) {
                throw new IllegalArgumentException("The columns are too many for a network: more than " + MOST_WIDTH + ".");
            }
        }
        this.width = at;
    }

    /**
     * @param rows that the network will learn from
     * @param scaling of numbers
     * @return an encoder for these rows and others like them
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static InputEncoder fit(final Rows rows, final Scaling scaling, final Progress progress) {
        final var scales = scales(rows, scaling, progress);
        final var fitted = new ArrayList<Fitted>();
        final var dropped = new ArrayList<String>();
        for (final var column : rows.columns()) {
            progress.checkCancelled();
            final var one = column instanceof NumberColumn number ? fit(number, scales.get(number.name()))
                : column instanceof NominalColumn nominal ? fit(nominal) : fit((BitColumn)column);
            if (one == null) {
                dropped.add(column.name());
            } else {
                fitted.add(one);
            }
        }
        return new InputEncoder(List.copyOf(fitted), List.copyOf(dropped));
    }

    private static Map<String, NumberScale> scales(final Rows rows, final Scaling scaling, final Progress progress) {
        final var names = new ArrayList<String>();
        final var numbers = new ArrayList<double[]>();
        for (final var column : rows.columns()) {
            progress.checkCancelled();
            if (column instanceof NumberColumn number) {
                names.add(number.name());
                numbers.add(Arrays.stream(number.values()).filter(Double::isFinite).sorted().toArray());
            }
        }
        final var scales = scaling == Scaling.ROBUST ? NumberScale.fit(numbers)
            : numbers.stream().map(sorted -> NumberScale.standard(sorted, LIMIT)).toArray(NumberScale[]::new);
        final var byName = new HashMap<String, NumberScale>();
        for (var i = 0; i < scales.length; i++) {
            byName.put(names.get(i), scales[i]);
        }
        return byName;
    }

    private static Fitted fit(final NumberColumn column, final NumberScale scale) {
        final var missing = Arrays.stream(column.values()).filter(value -> !Double.isFinite(value)).count();
        if (scale != null) {
            return new Fitted(column.name(), scale, missing > 0, List.of(), List.of());
        }
        if (missing == 0 || missing == column.size()) {
            return null;
        }
        final var only = Arrays.stream(column.values()).filter(Double::isFinite).findFirst().orElse(0);
        return new Fitted(column.name(), new NumberScale(only, 1, -LIMIT, LIMIT), true, List.of(), List.of());
    }

    private static Fitted fit(final NominalColumn column) {
        final var counts = new int[column.categories().size()];
        var missing = 0;
        for (final var code : column.codes()) {
            if (code < 0) {
                missing++;
            } else {
                counts[code]++;
            }
        }
        final var names = column.categories();
        // by name, not by code, so that the order in which a table lists its categories does not matter
        final var present = IntStream.range(0, counts.length).filter(c -> counts[c] > 0).boxed()
            .sorted(Comparator.comparingInt((Integer c) -> -counts[c]).thenComparing(names::get)).map(names::get).toList();
        if (present.size() + (missing > 0 ? 1 : 0) < 2 || present.isEmpty()) {
            return null;
        }
        final var own = present.size() <= MOST_CATEGORIES ? present.size() : MOST_CATEGORIES - 1;
        return new Fitted(column.name(), null, false, List.copyOf(present.subList(0, own)),
            List.copyOf(present.subList(own, present.size())));
    }

    private static Fitted fit(final BitColumn column) {
        final var known = (int)Arrays.stream(column.bits()).filter(words -> words != null).count();
        final var counts = new int[column.width()];
        for (var row = 0; row < column.size(); row++) {
            for (var bit = 0; column.bits()[row] != null && bit < counts.length; bit++) {
                counts[bit] += column.isSet(row, bit) ? 1 : 0;
            }
        }
        final var bits = IntStream.range(0, counts.length).filter(bit -> counts[bit] > 0 && counts[bit] < known).toArray();
        final var missing = known < column.size() && known > 0;
        return bits.length == 0 && !missing ? null : new Fitted(column.name(), null, missing, List.of(), List.of(), bits,
            Arrays.stream(bits).mapToDouble(bit -> (double)counts[bit] / known).toArray());
    }

    /** @return the names of the columns that are used, in their order */
    public List<String> used() {
        return fitted.stream().map(Fitted::name).toList();
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
     * @throws IllegalArgumentException if a column is not there or of another kind, or there are too many rows
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public DenseRows encode(final Rows rows, final Progress progress) {
        final var size = (long)rows.size() * width;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(rows.size() + " rows of " + width
                + " numbers are too many to be held in memory. Use fewer columns or rows.");
        }
        final var byName = new HashMap<String, Column>();
        rows.columns().forEach(column -> byName.put(column.name(), column));
        final var values = new float[(int)size];
        var first = 0;
        for (final var one : fitted) {
            progress.checkCancelled();
            final var places = one.at(first);
            encode(one, places.get(0), byName.get(one.name()), values);
            first += places.stream().mapToInt(InputColumn::width).sum();
        }
        return new DenseRows(rows.size(), width, values);
    }

    private void encode(final Fitted one, final InputColumn place, final Column column, final float[] values) {
        if (column == null) {
            throw new IllegalArgumentException("Column \"" + one.name() + "\" is missing.");
        }
        if (one.scale() != null) {
            if (!(column instanceof NumberColumn number)) {
                throw new IllegalArgumentException("Column \"" + one.name() + "\" must hold numbers.");
            }
            for (var row = 0; row < column.size(); row++) {
                final var value = one.scale().apply(number.values()[row]);
                if (!Float.isNaN(value)) {
                    values[row * width + place.first()] = value;
                } else if (one.indicator()) {
                    values[row * width + place.first() + 1] = 1;
                }
            }
            return;
        }
        if (one.bits() != null) {
            encodeBits(one, place.first(), column, values);
            return;
        }
        final var codes = codes(one, column);
        for (var row = 0; row < codes.length; row++) {
            if (place.kind() == InputColumn.Kind.CODE) {
                values[row * width + place.first()] = codes[row] + 1;
            } else {
                values[row * width + place.first() + (codes[row] < 0 ? place.categories() : codes[row])] = 1;
            }
        }
    }

    /** Each bit less its share, so that the average is 0, which is also what a missing fingerprint has. */
    private void encodeBits(final Fitted one, final int first, final Column column, final float[] values) {
        if (!(column instanceof BitColumn fingerprints)) {
            throw new IllegalArgumentException("Column \"" + one.name() + "\" must hold bit vectors.");
        }
        for (var row = 0; row < column.size(); row++) {
            final var at = row * width + first;
            if (fingerprints.bits()[row] == null) {
                if (one.indicator()) {
                    values[at + one.bits().length] = 1;
                }
                continue;
            }
            for (var b = 0; b < one.bits().length; b++) {
                values[at + b] = (float)((fingerprints.isSet(row, one.bits()[b]) ? 1 : 0) - one.shares()[b]);
            }
        }
    }

    /** Per row the index of its category among ours, -1 if missing or never seen. */
    private static int[] codes(final Fitted one, final Column column) {
        if (!(column instanceof NominalColumn nominal)) {
            throw new IllegalArgumentException("Column \"" + one.name() + "\" must hold categories.");
        }
        final var ours = new HashMap<String, Integer>();
        one.categories().forEach(category -> ours.put(category, ours.size()));
        one.rare().forEach(category -> ours.put(category, one.categories().size()));
        final var byCode = nominal.categories().stream().mapToInt(category -> ours.getOrDefault(category, -1)).toArray();
        return Arrays.stream(nominal.codes()).map(code -> code < 0 ? -1 : byCode[code]).toArray();
    }

    /**
     * @param rows with all columns that are used
     * @return by column that has such cells how many: categories never seen, and missing numbers where none was missing
     *         before
     */
    public Map<String, Integer> unseenCells(final Rows rows) {
        final var unseen = new LinkedHashMap<String, Integer>();
        final var byName = new HashMap<String, Column>();
        rows.columns().forEach(column -> byName.put(column.name(), column));
        for (final var one : fitted) {
            final var column = byName.get(one.name());
            var cells = 0;
            if (column instanceof NumberColumn number && !one.indicator()) {
                cells = (int)Arrays.stream(number.values()).filter(value -> !Double.isFinite(value)).count();
            } else if (column instanceof NominalColumn nominal && one.scale() == null && one.bits() == null) {
                final var codes = codes(one, nominal);
                cells = (int)IntStream.range(0, codes.length).filter(r -> codes[r] < 0 && nominal.codes()[r] >= 0).count();
            }
            if (cells > 0) {
                unseen.put(one.name(), cells);
            }
        }
        return unseen;
    }

    /** @return what {@link #restore} needs */
    public State state() {
        final var state = new State().put("dropped", dropped.toArray(String[]::new)).put("columns", fitted.size());
        for (var i = 0; i < fitted.size(); i++) {
            final var one = fitted.get(i);
            final var inner = new State().put("name", one.name()).put("kind",
                one.bits() != null ? "bits" : one.scale() == null ? "nominal" : "number");
            if (one.bits() != null) {
                inner.put("indicator", one.indicator() ? 1 : 0).put("bits", one.bits()).put("shares", one.shares());
            } else if (one.scale() == null) {
                inner.put("categories", one.categories().toArray(String[]::new))
                    .put("rare", one.rare().toArray(String[]::new));
            } else {
                inner.put("indicator", one.indicator() ? 1 : 0).put("scale", one.scale().state());
            }
            state.put("column " + i, inner);
        }
        return state;
    }

    /**
     * @param state of another encoder
     * @return an equal encoder
     * @throws IllegalArgumentException if the state is damaged
     */
    public static InputEncoder restore(final State state) {
        final var count = state.integer("columns", 0, state.entries().size());
        final var fitted = new ArrayList<Fitted>();
        final var names = new HashSet<String>();
        for (var i = 0; i < count; i++) {
            final var inner = state.state("column " + i);
            final var name = inner.text("name");
            final var one = restore(name, inner);
            final var all = new HashSet<>(one.categories());
            all.addAll(one.rare());
            if (!names.add(name) || all.size() != one.categories().size() + one.rare().size()
                || one.scale() == null && one.bits() == null && one.categories().isEmpty()
                || one.known() > MOST_CATEGORIES) {
                throw new IllegalArgumentException("The stored model is damaged: the column \"" + name
                    + "\" is there twice, or its categories are not what they should be.");
            }
            fitted.add(one);
        }
        return new InputEncoder(List.copyOf(fitted), List.of(state.texts("dropped", -1)));
    }

    private static Fitted restore(final String name, final State state) {
        return switch (state.text("kind")) {
            case "number" -> new Fitted(name, NumberScale.restore(state.state("scale")),
                state.integer("indicator", 0, 1) == 1, List.of(), List.of());
            case "nominal" -> new Fitted(name, null, false, List.of(state.texts("categories", -1)),
                List.of(state.texts("rare", -1)));
            case "bits" -> {
                final var bits = state.integers("bits", -1, 0, Integer.MAX_VALUE);
                final var missing = state.integer("indicator", 0, 1) == 1;
                if (bits.length == 0 && !missing) {
                    throw new IllegalArgumentException("The stored model is damaged: \"" + name + "\" has no bits.");
                }
                yield new Fitted(name, null, missing, List.of(), List.of(), bits, state.numbers("shares", bits.length));
            }
            default -> throw new IllegalArgumentException("The stored model is damaged: a column of the kind \""
                + state.text("kind") + "\" is not known.");
        };
    }
}

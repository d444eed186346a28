package org.fewlabel.learn.inputs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.State;

/**
 * The input of a nominal column: one-hot if it has few categories, otherwise a code.
 *
 * @param categories that are distinguished
 * @param rare those that are combined; often empty
 */
record NominalInput(String name, List<String> categories, List<String> rare) implements InputPart {

    static final String KIND = "nominal";

    /** @return {@code null} if all cells are equal */
    static NominalInput fit(final NominalColumn column) {
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
            .sorted(Comparator.comparingInt((Integer c) -> -counts[c]).thenComparing(names::get)).map(names::get)
            .toList();
        if (present.size() + (missing > 0 ? 1 : 0) < 2 || present.isEmpty()) {
            return null;
        }
        final var own = present.size() <= InputEncoder.MAX_CATEGORIES ? present.size()
            : InputEncoder.MAX_CATEGORIES - 1;
        return new NominalInput(column.name(), List.copyOf(present.subList(0, own)),
            List.copyOf(present.subList(own, present.size())));
    }

    /** The number of categories, rare ones counted as one. */
    private int known() {
        return categories.size() + (rare.isEmpty() ? 0 : 1);
    }

    private boolean isCoded() {
        return known() > InputEncoder.MAX_ONE_HOT;
    }

    @Override
    public int width() {
        return isCoded() ? 1 : known() + 1;
    }

    @Override
    public List<InputColumn> columns(final int first) {
        return List
            .of(new InputColumn(name, isCoded() ? InputColumn.Kind.CODE : InputColumn.Kind.ONE_HOT, first, width(),
                known()));
    }

    @Override
    public void encode(final Column column, final float[] values, final int width, final int first,
        final Progress progress) {
        if (!(column instanceof NominalColumn nominal)) {
            throw new UserMessageException("Column \"" + name + "\" must hold categories.");
        }
        final var codes = codes(nominal);
        for (var row = 0; row < codes.length; row++) {
            if (isCoded()) {
                values[row * width + first] = codes[row] + 1;
            } else {
                values[row * width + first + (codes[row] < 0 ? known() : codes[row])] = 1;
            }
        }
    }

    /** Per row the index of its category in this encoding, -1 if missing or unknown. */
    private int[] codes(final NominalColumn column) {
        final var indices = new HashMap<String, Integer>();
        categories.forEach(category -> indices.put(category, indices.size()));
        rare.forEach(category -> indices.put(category, categories.size()));
        final var byCode = column.categories().stream().mapToInt(category -> indices.getOrDefault(category, -1))
            .toArray();
        return Arrays.stream(column.codes()).map(code -> code < 0 ? -1 : byCode[code]).toArray();
    }

    @Override
    public int unseenCells(final Column column) {
        if (!(column instanceof NominalColumn nominal)) {
            return 0;
        }
        final var codes = codes(nominal);
        return (int)IntStream.range(0, codes.length).filter(r -> codes[r] < 0 && nominal.codes()[r] >= 0).count();
    }

    @Override
    public State state() {
        return new State().put("name", name).put("kind", KIND).put("categories", categories.toArray(String[]::new))
            .put("rare", rare.toArray(String[]::new));
    }

    static NominalInput restore(final State state) {
        final var input = new NominalInput(state.text("name"), List.of(state.texts("categories", -1)),
            List.of(state.texts("rare", -1)));
        final var all = new HashSet<>(input.categories);
        all.addAll(input.rare);
        if (all.size() != input.categories.size() + input.rare.size() || input.categories.isEmpty()
            || input.known() > InputEncoder.MAX_CATEGORIES) {
            throw new UserMessageException(
                "The stored model is damaged: the categories of the column \"" + input.name
                    + "\" are not distinct, or they are too many, or there are none.");
        }
        return input;
    }
}

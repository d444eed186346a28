package org.fewlabel.learn.inputs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.features.NumberScale;

/**
 * The input of a number column: the scaled number, and an indicator of missing cells if some were missing at the fit.
 *
 * @param indicator whether a second number indicates that the cell is missing
 */
record NumberInput(String name, NumberScale scale, boolean indicator) implements InputPart {

    static final String KIND = "number";

    /** @return the scale of each number column by name; {@code null} for one that does not vary */
    static Map<String, NumberScale> scales(final Rows rows, final InputEncoder.Scaling scaling,
        final Progress progress) {
        final var names = new ArrayList<String>();
        final var numbers = new ArrayList<double[]>();
        for (final var column : rows.columns()) {
            progress.checkCanceled();
            if (column instanceof NumberColumn number) {
                names.add(number.name());
                numbers.add(Arrays.stream(number.values()).filter(Double::isFinite).sorted().toArray());
            }
        }
        final var scales = scaling == InputEncoder.Scaling.ROBUST ? NumberScale.fit(numbers, progress)
            : numbers.stream().map(sorted -> {
                progress.checkCanceled();
                return NumberScale.standard(sorted, InputEncoder.LIMIT);
            }).toArray(NumberScale[]::new);
        final var byName = new HashMap<String, NumberScale>();
        for (var i = 0; i < scales.length; i++) {
            byName.put(names.get(i), scales[i]);
        }
        return byName;
    }

    /**
     * @param scale of {@link #scales}
     * @return {@code null} if all cells are equal
     */
    static NumberInput fit(final NumberColumn column, final NumberScale scale) {
        final var missing = missing(column);
        if (scale != null) {
            return new NumberInput(column.name(), scale, missing > 0);
        }
        if (missing == 0 || missing == column.size()) {
            return null;
        }
        final var only = Arrays.stream(column.values()).filter(Double::isFinite).findFirst().orElse(0);
        return new NumberInput(column.name(), new NumberScale(only, 1, -InputEncoder.LIMIT, InputEncoder.LIMIT), true);
    }

    private static int missing(final NumberColumn column) {
        return (int)Arrays.stream(column.values()).filter(value -> !Double.isFinite(value)).count();
    }

    @Override
    public int width() {
        return indicator ? 2 : 1;
    }

    @Override
    public List<InputColumn> columns(final int first) {
        return List.of(new InputColumn(name, InputColumn.Kind.NUMBER, first, width(), 0));
    }

    @Override
    public void encode(final Column column, final float[] values, final int width, final int first,
        final Progress progress) {
        if (!(column instanceof NumberColumn number)) {
            throw new UserMessageException("Column \"" + name + "\" must hold numbers.");
        }
        for (var row = 0; row < column.size(); row++) {
            final var value = scale.apply(number.values()[row]);
            if (!Float.isNaN(value)) {
                values[row * width + first] = value;
            } else if (indicator) {
                values[row * width + first + 1] = 1;
            }
        }
    }

    @Override
    public int unseenCells(final Column column) {
        return column instanceof NumberColumn number && !indicator ? missing(number) : 0;
    }

    @Override
    public State state() {
        return new State().put("name", name).put("kind", KIND).put("indicator", indicator ? 1 : 0)
            .put("scale", scale.state());
    }

    static NumberInput restore(final State state) {
        return new NumberInput(state.text("name"), NumberScale.restore(state.state("scale")),
            state.integer("indicator", 0, 1) == 1);
    }
}

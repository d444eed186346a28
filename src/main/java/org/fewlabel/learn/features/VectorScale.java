package org.fewlabel.learn.features;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.VectorColumn;

/**
 * The scaling of vectors: the dimensions that are used, each as in {@link NumberScale}. The arrays are not copied and
 * must not be changed afterwards.
 *
 * @param width the length of a vector
 * @param dimensions the indices of those that are used, ascending
 * @param centers per used dimension the number to subtract
 * @param spreads per used dimension the divisor; above 0
 * @param low results below are compressed; at most 0
 * @param high results above are compressed; at least 0
 */
public record VectorScale(int width, int[] dimensions, double[] centers, double[] spreads, double low, double high) {

    /**
     * Centers the dimensions that vary and divides them by their pooled standard deviation; limited to ±{@code limit}
     * of it.
     */
    public static VectorScale pooled(final VectorMoments moments, final double limit) {
        final var dimensions = moments.varying();
        final var spreads = new double[dimensions.length];
        Arrays.fill(spreads, moments.pooled(dimensions));
        return new VectorScale(moments.known().length, dimensions, pick(moments.means(), dimensions), spreads, -limit,
            limit);
    }

    /** Standardizes the dimensions that vary, each by its own standard deviation; limited to ±{@code limit} of it. */
    public static VectorScale standard(final VectorMoments moments, final double limit) {
        final var dimensions = moments.varying();
        return new VectorScale(moments.known().length, dimensions, pick(moments.means(), dimensions),
            pick(moments.deviations(), dimensions), -limit, limit);
    }

    /** Scales the dimensions that vary from their range to 0 to 1 (min-max scaling). */
    static VectorScale ranges(final VectorMoments moments) {
        final var dimensions = moments.varying();
        final var spreads = IntStream.of(dimensions).mapToDouble(d -> moments.highest()[d] - moments.lowest()[d])
            .toArray();
        return new VectorScale(moments.known().length, dimensions, pick(moments.lowest(), dimensions), spreads, 0, 1);
    }

    /** Divides the dimensions that have a value by a common divisor; limited to ±{@code limit} of it. */
    static VectorScale divided(final VectorMoments moments, final double divisor, final double limit) {
        final var dimensions = moments.present();
        final var spreads = new double[dimensions.length];
        Arrays.fill(spreads, divisor);
        return new VectorScale(moments.known().length, dimensions, new double[dimensions.length], spreads, -limit,
            limit);
    }

    private static double[] pick(final double[] values, final int[] dimensions) {
        return IntStream.of(dimensions).mapToDouble(d -> values[d]).toArray();
    }

    /**
     * @param name of the column that this is the scale of
     * @param column that is to be encoded
     * @return the column, whose vectors have the length of this scale or are all missing
     * @throws UserMessageException if it is of another kind or width; the message is for the user
     */
    public VectorColumn check(final String name, final Column column) {
        return check(name, column, width);
    }

    /** As above, for vectors of a given length. */
    public static VectorColumn check(final String name, final Column column, final int width) {
        if (!(column instanceof VectorColumn vectors)) {
            throw new UserMessageException("Column \"" + name + "\" must hold vectors of numbers.");
        }
        if (vectors.width() != width && vectors.width() != 0) {
            throw new UserMessageException("The column \"" + name + "\" has vectors of " + vectors.width()
                + (vectors.width() == 1 ? " number" : " numbers") + ", but those in the training data have " + width
                + ".");
        }
        return vectors;
    }

    /**
     * @param column that was checked
     * @param missing the value of missing numbers
     * @param target receives the scaled numbers, row by row, {@code columns} numbers each
     * @param first the index of this column's first number in a row
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public void encode(final VectorColumn column, final float missing, final float[] target, final int columns,
        final int first,
        final Progress progress) {
        for (var row = 0; row < column.size(); row++) {
            progress.checkCanceled(); // per row, for a vector column may have a billion numbers
            final var to = row * columns + first;
            for (var d = 0; d < dimensions.length; d++) {
                final var value = column.width() == 0 ? Float.NaN : column.values()[row * width + dimensions[d]];
                target[to + d] = Float.isFinite(value)
                    ? NumberScale.scaled(value, centers[d], spreads[d], low, high) : missing;
            }
        }
    }

    public State state() {
        return new State().put("width", width).put("dimensions", dimensions).put("centres", centers)
            .put("spreads", spreads).put("low", low).put("high", high);
    }

    /** @throws UserMessageException if the state is damaged */
    public static VectorScale restore(final State state) {
        final var width = state.integer("width", 1, Integer.MAX_VALUE);
        final var dimensions = state.integers("dimensions", -1, 0, width - 1);
        final var spreads = state.numbers("spreads", dimensions.length);
        for (var d = 0; d < dimensions.length; d++) {
            if (spreads[d] <= 0 || d > 0 && dimensions[d] <= dimensions[d - 1]) {
                throw new UserMessageException("The stored model is damaged: the dimension " + dimensions[d]
                    + " of a vector is out of order, or has the spread " + spreads[d] + ".");
            }
        }
        return new VectorScale(width, dimensions, state.numbers("centres", dimensions.length), spreads,
            state.number("low", -Float.MAX_VALUE, 0), state.number("high", 0, Float.MAX_VALUE));
    }
}

package org.fewlabel.learn.features;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.VectorColumn;

/**
 * How the numbers of a vector are scaled: those of the dimensions that are used, each as {@link NumberScale} says. The
 * arrays are not copied and must not be changed afterwards.
 *
 * @param width how many numbers a vector has
 * @param dimensions the numbers of those that are used, ascending
 * @param centers per used dimension what is subtracted
 * @param spreads per used dimension what is divided by; above 0
 * @param low results below are pressed together; at most 0
 * @param high results above are pressed together; at least 0
 */
public record VectorScale(int width, int[] dimensions, double[] centers, double[] spreads, double low, double high) {

    /**
     * The dimensions that vary, each about its mean, all by their pooled standard deviation; limited to so many of it.
     */
    public static VectorScale pooled(final VectorMoments moments, final double limit) {
        final var dimensions = moments.varying();
        final var spreads = new double[dimensions.length];
        Arrays.fill(spreads, moments.pooled(dimensions));
        return new VectorScale(moments.known().length, dimensions, pick(moments.means(), dimensions), spreads, -limit,
            limit);
    }

    /** The dimensions that vary, each about its mean, by its own standard deviation; limited to so many of it. */
    public static VectorScale standard(final VectorMoments moments, final double limit) {
        final var dimensions = moments.varying();
        return new VectorScale(moments.known().length, dimensions, pick(moments.means(), dimensions),
            pick(moments.deviations(), dimensions), -limit, limit);
    }

    /** The dimensions that vary, each from its smallest number, 0, to its largest, 1. */
    static VectorScale ranges(final VectorMoments moments) {
        final var dimensions = moments.varying();
        final var spreads = IntStream.of(dimensions).mapToDouble(d -> moments.highest()[d] - moments.lowest()[d])
            .toArray();
        return new VectorScale(moments.known().length, dimensions, pick(moments.lowest(), dimensions), spreads, 0, 1);
    }

    /** The dimensions that have a number, as they are but for one divisor; limited to so many of it. */
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
     * @return the column, whose vectors are as long as those here or all missing
     * @throws UserMessageException if it is of another kind or width; the message is for the user
     */
    public VectorColumn check(final String name, final Column column) {
        return check(name, column, width);
    }

    /** As above, for vectors of a given width. */
    public static VectorColumn check(final String name, final Column column, final int width) {
        if (!(column instanceof VectorColumn vectors)) {
            throw new UserMessageException("Column \"" + name + "\" must hold vectors of numbers.");
        }
        if (vectors.width() != width && vectors.width() != 0) {
            throw new UserMessageException("The column \"" + name + "\" has vectors of " + vectors.width()
                + (vectors.width() == 1 ? " number" : " numbers") + ", and those learned from have " + width + ".");
        }
        return vectors;
    }

    /**
     * @param column that was checked
     * @param missing what stands for a number that is missing
     * @param target takes the scaled numbers, row by row, {@code columns} numbers each
     * @param first which number of a row is the first of this column's
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public void encode(final VectorColumn column, final float missing, final float[] target, final int columns,
        final int first,
        final Progress progress) {
        for (var row = 0; row < column.size(); row++) {
            progress.checkCanceled(); // here, for a vector column may have a billion numbers
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

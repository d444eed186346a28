package org.fewlabel.learn.data;

import java.util.Objects;

import org.fewlabel.device.UserMessageException;

/**
 * A list of numbers in each row, all equally long: embeddings, spectra, counts. The array is not copied and must not be
 * changed afterwards.
 *
 * @param name the name that the user knows it by
 * @param size the number of rows
 * @param width how many numbers a cell has; 0 only if all cells are missing
 * @param values row by row, {@code size * width} numbers; NaN is a number that is missing, an infinite one is treated
 *            as one; a missing cell is NaN in all its places
 * @param shape how the numbers of a cell lie in a plane; {@code null} if they do not
 */
public record VectorColumn(String name, int size, int width, float[] values, Shape shape) implements Column {

    /**
     * @throws IllegalArgumentException if the array does not have {@code size * width} numbers, or the shape has others
     */
    public VectorColumn {
        Objects.requireNonNull(name);
        if (size < 0 || width < 0 || (long)size * width != values.length) {
            throw new IllegalArgumentException("Column \"" + name + "\": " + size + " vectors of " + width
                + " numbers are not " + values.length + " numbers.");
        }
        if (shape != null && width > 0 && shape.size() != width) {
            throw new UserMessageException("The column \"" + name + "\" has vectors of " + width
                + " numbers, which are not " + shape + " = " + shape.size() + " numbers.");
        }
    }

    /** Vectors without a shape. */
    public VectorColumn(final String name, final int size, final int width, final float[] values) {
        this(name, size, width, values, null);
    }

    /**
     * Vectors of frames, one after the other and all equally wide, such as spectrograms; 1 if they have no such order.
     */
    public VectorColumn(final String name, final int size, final int width, final int frames, final float[] values) {
        this(name, size, width, values, frames(name, width, frames));
    }

    private static Shape frames(final String name, final int width, final int frames) {
        if (frames < 1 || width % frames != 0) {
            throw new UserMessageException(
                "Column \"" + name + "\": " + width + " numbers cannot be divided into " + frames + " frames.");
        }
        return frames == 1 || width == 0 ? null : Shape.frames(frames, width / frames);
    }

    /** @return how its numbers make an image; {@code null} if they do not */
    public Shape image() {
        return shape != null && shape.isImage() ? shape : null;
    }

    /** @return of how many frames, one after the other, a cell is made; 1 if its numbers have no such order */
    public int frames() {
        return shape == null || shape.isImage() || width == 0 ? 1 : shape.height();
    }

    /**
     * @param dimension the number of one of the numbers of a cell
     * @return where in the spectrogram it is; {@code null} if this is none
     */
    public TimeFrequencyBin place(final int dimension) {
        return place(name, width, frames(), dimension);
    }

    /**
     * @param name of the vector column
     * @param width how many numbers a cell has
     * @param frames how many frames, a divisor of the width
     * @param dimension the number of one of the numbers of a cell
     * @return where in the spectrogram it is; {@code null} if this is none
     */
    public static TimeFrequencyBin place(final String name, final int width, final int frames, final int dimension) {
        final var bands = width / frames;
        return frames == 1 ? null : new TimeFrequencyBin(name, dimension / bands, dimension % bands);
    }

    /** @return whether the whole cell is missing: none of its numbers is there */
    public boolean isMissing(final int row) {
        for (var i = row * width; i < (row + 1) * width; i++) {
            if (Float.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }

    /** @throws ArithmeticException if the rows wanted have more numbers than an array can hold */
    @Override
    public VectorColumn select(final int[] rows) {
        final var selected = new float[Math.multiplyExact(rows.length, width)];
        for (var i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, selected, i * width, width);
        }
        return new VectorColumn(name, rows.length, width, selected, shape);
    }
}

package org.fewlabel.learn.data;

import java.util.Objects;

import org.fewlabel.device.UserMessageException;

/**
 * A column of vectors of the same length: embeddings, spectra, counts. The array is not copied and must not be
 * changed afterwards.
 *
 * @param name the column name
 * @param size the number of rows
 * @param width the number of values per cell; 0 only if all cells are missing
 * @param values {@code size * width}, row by row; NaN is a missing value, and an infinite value is treated as missing;
 *            a missing cell is all NaN
 * @param shape of images or frames; {@code null} for other vectors
 */
public record VectorColumn(String name, int size, int width, float[] values, Shape shape) implements Column {

    /**
     * @throws IllegalArgumentException if the array does not have {@code size * width} values, or the shape has another
     *             size
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
     * Vectors that are sequences of frames of the same width, such as spectrograms; 1 frame for other vectors.
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

    /** @return the shape of images; {@code null} if the vectors are no images */
    public Shape image() {
        return shape != null && shape.isImage() ? shape : null;
    }

    /** @return the number of frames of a cell; 1 if the vectors are not sequences of frames */
    public int frames() {
        return shape == null || shape.isImage() || width == 0 ? 1 : shape.height();
    }

    /**
     * @param dimension the index of a value of a cell
     * @return its position in the spectrogram; {@code null} if the vectors are no spectrograms
     */
    public TimeFrequencyBin bin(final int dimension) {
        return bin(name, width, frames(), dimension);
    }

    /**
     * @param name of the vector column
     * @param width the number of values per cell
     * @param frames the number of frames, a divisor of the width
     * @param dimension the index of a value of a cell
     * @return its position in the spectrogram; {@code null} if the vectors are no spectrograms
     */
    public static TimeFrequencyBin bin(final String name, final int width, final int frames, final int dimension) {
        final var bands = width / frames;
        return frames == 1 ? null : new TimeFrequencyBin(name, dimension / bands, dimension % bands);
    }

    /** @return whether the whole cell is missing: it has no finite value */
    public boolean isMissing(final int row) {
        for (var i = row * width; i < (row + 1) * width; i++) {
            if (Float.isFinite(values[i])) {
                return false;
            }
        }
        return true;
    }

    /** @throws ArithmeticException if the selected rows have more values than an array can hold */
    @Override
    public VectorColumn select(final int[] rows) {
        final var selected = new float[Math.multiplyExact(rows.length, width)];
        for (var i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, selected, i * width, width);
        }
        return new VectorColumn(name, rows.length, width, selected, shape);
    }
}

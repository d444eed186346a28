package org.fewlabel.learn.text;

import org.fewlabel.device.Progress;

/**
 * Vectors in the column space of sparse rows, such as singular vectors. The array is not copied and must not be changed
 * afterwards.
 *
 * @param count the number of vectors
 * @param values a matrix of columns by {@code count}, row-major
 */
public record Directions(int count, float[] values) {

    private static final int BLOCK = 256;

    /**
     * @param rows with as many columns
     * @return the dot product of each row with each vector, a matrix of rows by {@code count}
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public float[] project(final SparseRows rows, final Progress progress) {
        final var products = new float[Math.multiplyExact(rows.rows(), count)];
        for (var row = 0; row < rows.rows(); row++) {
            if (row % BLOCK == 0) {
                progress.checkCanceled();
            }
            for (var i = rows.offsets()[row]; i < rows.offsets()[row + 1]; i++) {
                final var from = rows.indices()[i] * count;
                final var value = rows.values()[i];
                for (var d = 0; d < count; d++) {
                    products[row * count + d] += value * values[from + d];
                }
            }
        }
        return products;
    }

    /** @return the same vectors, each with the sign that makes its entry of largest magnitude positive */
    Directions signed() {
        final var signed = values.clone();
        for (var d = 0; d < count; d++) {
            var largest = 0f;
            for (var at = d; at < signed.length; at += count) {
                largest = Math.abs(signed[at]) > Math.abs(largest) ? signed[at] : largest;
            }
            for (var at = d; at < signed.length && largest < 0; at += count) {
                signed[at] = -signed[at];
            }
        }
        return new Directions(count, signed);
    }
}

package org.fewlabel.learn.text;

import org.fewlabel.device.Progress;

/**
 * Directions in the space of the places of sparse rows. The array is not copied and must not be changed afterwards.
 *
 * @param count how many directions
 * @param values place by place, one number for each direction
 */
public record Directions(int count, float[] values) {

    private static final int BLOCK = 256;

    /**
     * @param rows with as many places
     * @return row by row, how far it goes in each direction
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public float[] project(final SparseRows rows, final Progress progress) {
        final var lengths = new float[Math.multiplyExact(rows.rows(), count)];
        for (var row = 0; row < rows.rows(); row++) {
            if (row % BLOCK == 0) {
                progress.checkCanceled();
            }
            for (var i = rows.offsets()[row]; i < rows.offsets()[row + 1]; i++) {
                final var from = rows.places()[i] * count;
                final var value = rows.values()[i];
                for (var d = 0; d < count; d++) {
                    lengths[row * count + d] += value * values[from + d];
                }
            }
        }
        return lengths;
    }

    /** @return the same, each of the sign that makes its largest number positive */
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

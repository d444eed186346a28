package org.fewlabel.learn.encode;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Slot;

/**
 * Training rows with soft labels and weights.
 *
 * @param dense the encoded rows
 * @param classes the number of classes
 * @param masses the weight of each row for each class, {@code rows * classes}; every row has some weight
 */
record WeightedRows(DenseRows dense, int classes, double[] masses) implements BatchSource {

    /**
     * @param labels of some rows
     * @param weights the weight of each row; {@code null} for equal weights
     * @return the weight of each row for each class, row by row: 0 if it is not labeled
     */
    static double[] masses(final Labels labels, final float[] weights) {
        final var classes = labels.classes().size();
        final var masses = new double[Math.multiplyExact(labels.size(), classes)];
        for (final var row : labels.labeled()) {
            masses[row * classes + labels.codes()[row]] = weights == null ? 1 : weights[row];
        }
        return masses;
    }

    @Override
    public int rows() {
        return dense.rows();
    }

    @Override
    public void fill(final int[] rows, final SplittableRandom random, final Batch batch) {
        System.arraycopy(dense.select(rows).values(), 0, batch.get(Slot.INPUT), 0, rows.length * dense.columns());
        final var shares = batch.get(Slot.CLASSES);
        for (var i = 0; i < rows.length; i++) {
            final var from = rows[i] * classes;
            final var weight = Arrays.stream(masses, from, from + classes).sum();
            for (var c = 0; c < classes; c++) {
                shares[i * classes + c] = (float)(masses[from + c] / weight);
            }
            batch.get(Slot.ROW_WEIGHTS)[i] = (float)weight / rows.length;
        }
    }
}

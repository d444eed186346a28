package org.fewlabel.learn.pretext;

import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.inputs.InputColumn;
import org.fewlabel.learn.inputs.InputEncoder;

/** Augmented views of encoded rows, written to the input array of a network. */
public sealed interface RowViews {

    /**
     * Writes one corrupted view of each row.
     *
     * @param selected the indices of the rows
     * @param target receives the views, row by row, from {@code offset} on
     */
    void corrupted(int[] selected, SplittableRandom random, float[] target, int offset);

    /** Writes two views of each row, all first ones from {@code first} on, all second ones from {@code second} on. */
    void pairs(int[] selected, SplittableRandom random, float[] target, int first, int second);

    /**
     * @param rows all rows, encoded
     * @param input the encoder of the rows
     * @throws org.fewlabel.device.UserMessageException if the task does not suit such rows; the message is for the user
     */
    static RowViews of(final PretextTask task, final DenseRows rows, final InputEncoder input) {
        task.checkShape(input.shape());
        return task.kind().needsShape() ? new OfImages(rows, new ImageViews(task, input.shape().orElseThrow()))
            : new OfCells(rows, input.columns(), new Corruption(task, input.columns()));
    }

    /** Rows whose cells are exchanged or masked. */
    record OfCells(DenseRows rows, List<InputColumn> columns, Corruption corruption) implements RowViews {

        @Override
        public void corrupted(final int[] selected, final SplittableRandom random, final float[] target,
            final int offset) {
            Corruption.apply(corruption.draw(selected, rows.rows(), random)[0], rows, columns, target, offset);
        }

        @Override
        public void pairs(final int[] selected, final SplittableRandom random, final float[] target, final int first,
            final int second) {
            final var sources = corruption.draw(selected, rows.rows(), random);
            Corruption.apply(sources[0], rows, columns, target, first);
            Corruption.apply(sources[1], rows, columns, target, second);
        }
    }

    /** Rows that are one image each. */
    record OfImages(DenseRows rows, ImageViews views) implements RowViews {

        @Override
        public void corrupted(final int[] selected, final SplittableRandom random, final float[] target,
            final int offset) {
            for (var i = 0; i < selected.length; i++) {
                views.view(rows.values(), selected[i] * rows.columns(), target, offset + i * rows.columns(), 1, 0,
                    random);
            }
        }

        @Override
        public void pairs(final int[] selected, final SplittableRandom random, final float[] target, final int first,
            final int second) {
            corrupted(selected, random, target, first);
            if (views.changesBoth()) {
                corrupted(selected, random, target, second);
            } else {
                System.arraycopy(rows.select(selected).values(), 0, target, second, selected.length * rows.columns());
            }
        }
    }
}

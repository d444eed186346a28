package org.fewlabel.learn.pretext;

import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.inputs.InputColumn;
import org.fewlabel.learn.inputs.InputEncoder;

/** Views of encoded rows as a task makes them, written one after the other into what a network is given. */
public sealed interface RowViews {

    /**
     * Writes one changed view of each row.
     *
     * @param wanted which rows
     * @param target takes the views, row by row, from {@code offset} on
     */
    void changed(int[] wanted, SplittableRandom random, float[] target, int offset);

    /** Writes two views of each row, all first ones from {@code first} on, all second ones from {@code second} on. */
    void both(int[] wanted, SplittableRandom random, float[] target, int first, int second);

    /**
     * @param rows all rows, encoded
     * @param input what encoded them
     * @throws org.fewlabel.device.UserMessageException if the task cannot be set for such rows; the message is for the
     *             user
     */
    static RowViews of(final PretextTask task, final DenseRows rows, final InputEncoder input) {
        task.checkShape(input.shape());
        return task.kind().needsShape() ? new OfImages(rows, new ImageViews(task, input.shape().orElseThrow()))
            : new OfCells(rows, input.columns(), new Corruption(task, input.columns()));
    }

    /** Rows whose cells come from other rows or are hidden. */
    record OfCells(DenseRows rows, List<InputColumn> columns, Corruption damage) implements RowViews {

        @Override
        public void changed(final int[] wanted, final SplittableRandom random, final float[] target, final int offset) {
            Corruption.apply(damage.draw(wanted, rows.rows(), random)[0], rows, columns, target, offset);
        }

        @Override
        public void both(final int[] wanted, final SplittableRandom random, final float[] target, final int first,
            final int second) {
            final var sources = damage.draw(wanted, rows.rows(), random);
            Corruption.apply(sources[0], rows, columns, target, first);
            Corruption.apply(sources[1], rows, columns, target, second);
        }
    }

    /** Rows that are one image each. */
    record OfImages(DenseRows rows, ImageViews views) implements RowViews {

        @Override
        public void changed(final int[] wanted, final SplittableRandom random, final float[] target, final int offset) {
            for (var i = 0; i < wanted.length; i++) {
                views.view(rows.values(), wanted[i] * rows.columns(), target, offset + i * rows.columns(), 1, 0,
                    random);
            }
        }

        @Override
        public void both(final int[] wanted, final SplittableRandom random, final float[] target, final int first,
            final int second) {
            changed(wanted, random, target, first);
            if (views.changesBoth()) {
                changed(wanted, random, target, second);
            } else {
                System.arraycopy(rows.select(wanted).values(), 0, target, second, wanted.length * rows.columns());
            }
        }
    }
}

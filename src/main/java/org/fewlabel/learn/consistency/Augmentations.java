package org.fewlabel.learn.consistency;

import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.inputs.InputColumn;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.pretext.Corruption;
import org.fewlabel.learn.pretext.ImageViews;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.WordCorruption;

/**
 * Weak and strong augmentations of encoded rows: hardly or not at all changed, and changed by up to the strength of the
 * task. As in RandAugment (Cubuk et al. 2020, section 3), FixMatch's strong augmentation, the strength is drawn for
 * each view: with a fixed strength, the network would learn what such rows look like, and be wrong about unchanged
 * ones.
 */
sealed interface Augmentations {

    /** @return whether two weak views of a row may differ */
    boolean weakVaries();

    /** @return the numbers per view */
    int width();

    /** Writes a weak view of each selected row, one after the other, from {@code offset} on. */
    void weak(int[] selected, SplittableRandom random, float[] target, int offset);

    /** Writes a strong view of each selected row, one after the other, from {@code offset} on. */
    void strong(int[] selected, SplittableRandom random, float[] target, int offset);

    /**
     * @param rows all rows, encoded
     * @param input the encoding of the rows
     * @param task creates the strong views
     * @param weakStrength the share of the cells that get the value of another row in a weak view; images are
     *         translated instead
     * @throws org.fewlabel.device.UserMessageException if the task does not suit such rows; the message is for the user
     */
    static Augmentations of(final DenseRows rows, final InputEncoder input, final PretextTask task,
        final double weakStrength) {
        task.checkShape(input.shape());
        final var columns = input.columns();
        final var masksWords = task.kind() == PretextTask.Kind.WORDS;
        if (columns.size() == 1 && columns.get(0).kind() == InputColumn.Kind.TOKENS) {
            return new OfWords(rows,
                new WordCorruption((masksWords ? task : withDefaultStrength(PretextTask.Kind.WORDS, task)).strength(),
                    columns.get(0).categories()));
        }
        // texts that are encoded as vectors have no words left to mask
        return task.kind().needsShape() ? new OfImages(rows, new ImageViews(task, input.shape().orElseThrow()))
            : new OfCells(rows, columns, masksWords ? withDefaultStrength(PretextTask.Kind.CORRUPT, task) : task,
                weakStrength);
    }

    private static PretextTask withDefaultStrength(final PretextTask.Kind kind, final PretextTask task) {
        return PretextTask.of(kind, task.columns(), task.seed());
    }

    /** Token sequences of texts: weak views are the texts themselves. */
    record OfWords(DenseRows rows, WordCorruption words) implements Augmentations {

        @Override
        public boolean weakVaries() {
            return false;
        }

        @Override
        public int width() {
            return rows.columns();
        }

        @Override
        public void weak(final int[] selected, final SplittableRandom random, final float[] target, final int offset) {
            System.arraycopy(rows.select(selected).values(), 0, target, offset, selected.length * width());
        }

        @Override
        public void strong(final int[] selected, final SplittableRandom random, final float[] target,
            final int offset) {
            for (var i = 0; i < selected.length; i++) {
                words.view(rows.values(), selected[i] * width(), width(), target, offset + i * width(), random);
            }
        }
    }

    /** Images: weak views are translated by a few pixels. */
    record OfImages(DenseRows rows, ImageViews views) implements Augmentations {

        @Override
        public boolean weakVaries() {
            return true;
        }

        @Override
        public int width() {
            return rows.columns();
        }

        @Override
        public void weak(final int[] selected, final SplittableRandom random, final float[] target, final int offset) {
            for (var i = 0; i < selected.length; i++) {
                views.weak(rows.values(), selected[i] * width(), target, offset + i * width(), random);
            }
        }

        @Override
        public void strong(final int[] selected, final SplittableRandom random, final float[] target,
            final int offset) {
            for (var i = 0; i < selected.length; i++) {
                views.view(rows.values(), selected[i] * width(), target, offset + i * width(), 1, 0, random);
            }
        }
    }

    /** Rows whose cells are exchanged with those of other rows, or masked. */
    final class OfCells implements Augmentations {

        private final DenseRows rows;

        private final List<InputColumn> columns;

        private final Corruption strong;

        /** Null if weak views are the rows themselves. */
        private final Corruption weak;

        /**
         * @param rows all rows, encoded
         * @param columns their columns
         * @param task creates the strong views
         * @param weakStrength the share of the cells that get the value of another row in a weak view
         */
        OfCells(final DenseRows rows, final List<InputColumn> columns, final PretextTask task,
            final double weakStrength) {
            this.rows = rows;
            this.columns = columns;
            this.strong = new Corruption(task, columns);
            this.weak = weakStrength == 0 ? null : new Corruption(new PretextTask(PretextTask.Kind.MASK, task.columns(),
                weakStrength, PretextTask.DEFAULT_VIEWS, task.seed()), columns);
        }

        @Override
        public boolean weakVaries() {
            return weak != null;
        }

        @Override
        public int width() {
            return rows.columns();
        }

        @Override
        public void weak(final int[] selected, final SplittableRandom random, final float[] target, final int offset) {
            if (weak == null) {
                System.arraycopy(rows.select(selected).values(), 0, target, offset, selected.length * width());
            } else {
                Corruption.apply(weak.draw(selected, rows.rows(), random)[0], rows, columns, target, offset);
            }
        }

        @Override
        public void strong(final int[] selected, final SplittableRandom random, final float[] target,
            final int offset) {
            final var sources = strong.draw(selected, rows.rows(), random)[0];
            final var units = columns.size();
            for (var i = 0; i < selected.length; i++) {
                final var share = random.nextDouble();
                for (var u = i * units; u < (i + 1) * units; u++) {
                    if (random.nextDouble() >= share) {
                        sources[u] = selected[i];
                    }
                }
            }
            Corruption.apply(sources, rows, columns, target, offset);
        }
    }
}

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
 * Weak and strong views of encoded rows: hardly changed, or not at all, and changed by up to as much as the task says.
 * As in RandAugment (Cubuk et al. 2020, section 3), by which FixMatch makes its strong views, how much is drawn for
 * each view: were all changed as much, the network would learn what such rows are like, and be wrong about whole ones.
 */
sealed interface Augmentations {

    /** @return whether two weak views of a row may differ */
    boolean vary();

    /** @return how many numbers a view has */
    int width();

    /** Writes a weak view of each of some rows, one after the other, from {@code offset} on. */
    void weak(int[] wanted, SplittableRandom random, float[] target, int offset);

    /** Writes a strong view of each of some rows, one after the other, from {@code offset} on. */
    void strong(int[] wanted, SplittableRandom random, float[] target, int offset);

    /**
     * @param rows all rows, encoded
     * @param input what encoded them
     * @param task what is done for a strong view
     * @param weakStrength the share of the cells that get the value of another row in a weak view; images are moved
     *             instead
     * @throws org.fewlabel.device.UserMessageException if the task cannot be set for such rows; the message is for the
     *             user
     */
    static Augmentations of(final DenseRows rows, final InputEncoder input, final PretextTask task,
        final double weakStrength) {
        task.checkShape(input.shape());
        final var columns = input.columns();
        final var masksWords = task.kind() == PretextTask.Kind.WORDS;
        if (columns.size() == 1 && columns.get(0).kind() == InputColumn.Kind.TOKENS) {
            return new OfWords(rows,
                new WordCorruption((masksWords ? task : usual(PretextTask.Kind.WORDS, task)).strength(),
                    columns.get(0).categories()));
        }
        // texts that are read as vectors have no words left to be masked
        return task.kind().needsShape() ? new OfImages(rows, new ImageViews(task, input.shape().orElseThrow()))
            : new OfCells(rows, columns, masksWords ? usual(PretextTask.Kind.CORRUPT, task) : task, weakStrength);
    }

    private static PretextTask usual(final PretextTask.Kind kind, final PretextTask task) {
        return PretextTask.of(kind, task.columns(), task.seed());
    }

    /** Texts whose words are read in their order: weak views are the texts themselves. */
    record OfWords(DenseRows rows, WordCorruption words) implements Augmentations {

        @Override
        public boolean vary() {
            return false;
        }

        @Override
        public int width() {
            return rows.columns();
        }

        @Override
        public void weak(final int[] wanted, final SplittableRandom random, final float[] target, final int offset) {
            System.arraycopy(rows.select(wanted).values(), 0, target, offset, wanted.length * width());
        }

        @Override
        public void strong(final int[] wanted, final SplittableRandom random, final float[] target, final int offset) {
            for (var i = 0; i < wanted.length; i++) {
                words.view(rows.values(), wanted[i] * width(), width(), target, offset + i * width(), random);
            }
        }
    }

    /** Images: weak views are moved a little. */
    record OfImages(DenseRows rows, ImageViews views) implements Augmentations {

        @Override
        public boolean vary() {
            return true;
        }

        @Override
        public int width() {
            return rows.columns();
        }

        @Override
        public void weak(final int[] wanted, final SplittableRandom random, final float[] target, final int offset) {
            for (var i = 0; i < wanted.length; i++) {
                views.weak(rows.values(), wanted[i] * width(), target, offset + i * width(), random);
            }
        }

        @Override
        public void strong(final int[] wanted, final SplittableRandom random, final float[] target, final int offset) {
            for (var i = 0; i < wanted.length; i++) {
                views.view(rows.values(), wanted[i] * width(), target, offset + i * width(), 1, 0, random);
            }
        }
    }

    /** Rows of cells, which are exchanged with those of other rows, or hidden. */
    final class OfCells implements Augmentations {

        private final DenseRows rows;

        private final List<InputColumn> columns;

        private final Corruption strong;

        /** Null if weak views are the rows themselves. */
        private final Corruption weak;

        /**
         * @param rows all rows, encoded
         * @param columns of those
         * @param task what is done for a strong view
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
        public boolean vary() {
            return weak != null;
        }

        @Override
        public int width() {
            return rows.columns();
        }

        @Override
        public void weak(final int[] wanted, final SplittableRandom random, final float[] target, final int offset) {
            if (weak == null) {
                System.arraycopy(rows.select(wanted).values(), 0, target, offset, wanted.length * width());
            } else {
                Corruption.apply(weak.draw(wanted, rows.rows(), random)[0], rows, columns, target, offset);
            }
        }

        @Override
        public void strong(final int[] wanted, final SplittableRandom random, final float[] target, final int offset) {
            final var sources = strong.draw(wanted, rows.rows(), random)[0];
            final var units = columns.size();
            for (var i = 0; i < wanted.length; i++) {
                final var share = random.nextDouble();
                for (var u = i * units; u < (i + 1) * units; u++) {
                    if (random.nextDouble() >= share) {
                        sources[u] = wanted[i];
                    }
                }
            }
            Corruption.apply(sources, rows, columns, target, offset);
        }
    }
}

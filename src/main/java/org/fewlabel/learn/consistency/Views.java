package org.fewlabel.learn.consistency;

import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.InputColumn;
import org.fewlabel.learn.pretext.Damage;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.WordDamage;

/**
 * Weak and strong views of encoded rows: hardly damaged, or not at all, and damaged by up to as much as the task says. As
 * in RandAugment (Cubuk et al. 2020, section 3), by which FixMatch makes its strong views, how much is drawn for each
 * view: were all damaged as much, the network would learn what such rows are like, and be wrong about whole ones.
 */
final class Views {

    private final DenseRows rows;

    private final List<InputColumn> columns;

    /** Null if rows are texts whose words are read in their order. */
    private final Damage strong;

    /** Null if weak views are the rows themselves. */
    private final Damage weak;

    /** Null if rows are no such texts. */
    private final WordDamage words;

    /**
     * @param rows all rows, encoded
     * @param columns of those
     * @param task what is done for a strong view
     * @param weakStrength the share of the cells that get the value of another row in a weak view
     */
    Views(final DenseRows rows, final List<InputColumn> columns, final PretextTask task, final double weakStrength) {
        this.rows = rows;
        this.columns = columns;
        final var texts = columns.size() == 1 && columns.get(0).kind() == InputColumn.Kind.TOKENS;
        final var masksWords = task.kind() == PretextTask.Kind.WORDS;
        this.words = texts ? new WordDamage((masksWords ? task : usual(PretextTask.Kind.WORDS, task)).strength(),
            columns.get(0).categories()) : null;
        // texts that are read as vectors have no words left to be masked
        this.strong = texts ? null : new Damage(masksWords ? usual(PretextTask.Kind.CORRUPT, task) : task, columns);
        this.weak = weakStrength == 0 || texts ? null : new Damage(new PretextTask(PretextTask.Kind.MASK, task.columns(),
            weakStrength, PretextTask.DEFAULT_VIEWS, task.seed()), columns);
    }

    private static PretextTask usual(final PretextTask.Kind kind, final PretextTask task) {
        return PretextTask.of(kind, task.columns(), task.seed());
    }

    /** @return whether two weak views of a row may differ */
    boolean vary() {
        return weak != null;
    }

    /** @return how many numbers a view has */
    int width() {
        return rows.columns();
    }

    /** Writes a weak view of each of some rows, one after the other, from {@code offset} on. */
    void weak(final int[] wanted, final SplittableRandom random, final float[] target, final int offset) {
        if (weak == null) {
            System.arraycopy(rows.select(wanted).values(), 0, target, offset, wanted.length * width());
        } else {
            Damage.apply(weak.draw(wanted, rows.rows(), random)[0], rows, columns, target, offset);
        }
    }

    /** Writes a strong view of each of some rows, one after the other, from {@code offset} on. */
    void strong(final int[] wanted, final SplittableRandom random, final float[] target, final int offset) {
        if (words != null) {
            for (var i = 0; i < wanted.length; i++) {
                words.view(rows.values(), wanted[i] * width(), width(), target, offset + i * width(), random);
            }
            return;
        }
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
        Damage.apply(sources, rows, columns, target, offset);
    }
}

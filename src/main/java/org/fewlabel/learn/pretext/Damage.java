package org.fewlabel.learn.pretext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.InputColumn;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;

/**
 * What a task does to rows: for each cell of a view it draws the row that the cell is taken from, {@link #HIDDEN} if it
 * is to be missing. What is drawn does not depend on what the cells hold, so the same draw shows raw cells to the user
 * and gives encoded ones to the network.
 */
public final class Damage {

    /** The source of a cell that is hidden. */
    public static final int HIDDEN = -1;

    private final PretextTask task;

    private final int columns;

    /** By block which columns it keeps. */
    private final boolean[][] blocks;

    /**
     * @param task what is done
     * @param columns how many columns a row has
     */
    public Damage(final PretextTask task, final int columns) {
        this.task = task;
        this.columns = columns;
        this.blocks = new boolean[task.views()][columns];
        final var random = new SplittableRandom(task.seed());
        final var kept = Math.max(1, (int)Math.round((1 - task.strength()) * columns));
        final var order = order(columns, random);
        // dealt in turn from the shuffled columns, so that no column is left out as long as the blocks are large enough
        for (var b = 0; b < blocks.length; b++) {
            for (var k = 0; k < kept; k++) {
                blocks[b][order[((int)((long)b * columns / blocks.length) + k) % columns]] = true;
            }
        }
    }

    private static int[] order(final int size, final SplittableRandom random) {
        final var order = new int[size];
        Arrays.setAll(order, i -> i);
        for (var i = size - 1; i > 0; i--) {
            final var j = random.nextInt(i + 1);
            final var swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /**
     * Draws two views of rows. Of {@link PretextTask.Kind#BLOCKS} they keep different blocks; of all others the first is
     * damaged and the second is the row itself.
     *
     * @param rows which rows
     * @param all the number of rows that values may come from
     * @param random what decides
     * @return by view, row by row and column by column, the row that the cell is taken from
     */
    public int[][] draw(final int[] rows, final int all, final SplittableRandom random) {
        final var sources = new int[2][rows.length * columns];
        for (var i = 0; i < rows.length; i++) {
            final var at = i * columns;
            Arrays.fill(sources[0], at, at + columns, rows[i]);
            Arrays.fill(sources[1], at, at + columns, rows[i]);
            switch (task.kind()) {
                case CORRUPT -> corrupt(sources[0], at, all, random);
                case MASK, SWAP -> exchange(sources[0], at, all, random);
                case BLOCKS -> {
                    final var first = random.nextInt(blocks.length);
                    final var second = (first + 1 + random.nextInt(blocks.length - 1)) % blocks.length;
                    hide(sources[0], at, blocks[first]);
                    hide(sources[1], at, blocks[second]);
                }
            }
        }
        return sources;
    }

    private void corrupt(final int[] sources, final int at, final int all, final SplittableRandom random) {
        final var wanted = Math.max(1, Math.min(columns, (int)Math.round(task.strength() * columns)));
        final var order = order(columns, random);
        for (var k = 0; k < wanted; k++) {
            sources[at + order[k]] = random.nextInt(all);
        }
    }

    private void exchange(final int[] sources, final int at, final int all, final SplittableRandom random) {
        final var other = random.nextInt(all);
        for (var c = 0; c < columns; c++) {
            if (random.nextDouble() < task.strength()) {
                sources[at + c] = task.kind() == PretextTask.Kind.SWAP ? other : random.nextInt(all);
            }
        }
    }

    private static void hide(final int[] sources, final int at, final boolean[] kept) {
        for (var c = 0; c < kept.length; c++) {
            if (!kept[c]) {
                sources[at + c] = HIDDEN;
            }
        }
    }

    /**
     * Makes encoded rows of what was drawn.
     *
     * @param sources as {@link #draw} gives them
     * @param rows all rows, encoded
     * @param layout the columns of those
     * @param target takes the views, row by row, from {@code offset} on
     */
    public static void apply(final int[] sources, final DenseRows rows, final List<InputColumn> layout,
        final float[] target, final int offset) {
        final var width = rows.columns();
        final var views = sources.length / layout.size();
        for (var i = 0; i < views; i++) {
            for (var c = 0; c < layout.size(); c++) {
                final var column = layout.get(c);
                final var source = sources[i * layout.size() + c];
                if (source == HIDDEN) {
                    column.hide(target, offset + i * width);
                } else {
                    System.arraycopy(rows.values(), source * width + column.first(), target,
                        offset + i * width + column.first(), column.width());
                }
            }
        }
    }

    /**
     * Makes raw rows of what was drawn, for the user to see.
     *
     * @param sources as {@link #draw} gives them
     * @param rows all rows
     * @return the views; a hidden cell is missing
     */
    public static Rows apply(final int[] sources, final Rows rows) {
        final var count = rows.columns().size();
        final var views = sources.length / count;
        final var columns = new ArrayList<Column>();
        for (var c = 0; c < count; c++) {
            if (rows.columns().get(c) instanceof NumberColumn number) {
                final var values = new double[views];
                for (var i = 0; i < views; i++) {
                    final var source = sources[i * count + c];
                    values[i] = source == HIDDEN ? Double.NaN : number.values()[source];
                }
                columns.add(new NumberColumn(number.name(), values));
            } else if (rows.columns().get(c) instanceof BitColumn fingerprints) {
                final var bits = new long[views][];
                for (var i = 0; i < views; i++) {
                    final var source = sources[i * count + c];
                    bits[i] = source == HIDDEN ? null : fingerprints.bits()[source];
                }
                columns.add(new BitColumn(fingerprints.name(), fingerprints.width(), bits));
            } else {
                final var nominal = (NominalColumn)rows.columns().get(c);
                final var codes = new int[views];
                for (var i = 0; i < views; i++) {
                    final var source = sources[i * count + c];
                    codes[i] = source == HIDDEN ? -1 : nominal.codes()[source];
                }
                columns.add(new NominalColumn(nominal.name(), codes, nominal.categories()));
            }
        }
        return new Rows(views, columns);
    }
}

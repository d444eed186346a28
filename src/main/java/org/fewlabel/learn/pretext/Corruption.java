package org.fewlabel.learn.pretext;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Shuffle;
import org.fewlabel.learn.data.TimeFrequencyBin;
import org.fewlabel.learn.inputs.InputColumn;

/**
 * What a task does to rows: for each unit of a view it draws the row that the unit is taken from, {@link #HIDDEN} if it
 * is to be missing. A unit is what a network sees as a column: a number, a category, one bit of a fingerprint, one
 * dimension of a vector. What is drawn does not depend on what the cells hold, so one and the same rule shows raw rows
 * to the user and gives encoded ones to the network.
 */
public final class Corruption {

    /** The source of a unit that is hidden. */
    public static final int HIDDEN = -1;

    private final PretextTask task;

    private final int units;

    /** By block which units it keeps. */
    private final boolean[][] blocks;

    /** Null if the task hides no stretches. */
    private final FrameMasks masks;

    /**
     * For encoded rows.
     *
     * @param task what is done
     * @param columns the units of a row
     * @throws UserMessageException if the task is of no use for such rows; the message is for the user
     */
    public Corruption(final PretextTask task, final List<InputColumn> columns) {
        this(task, columns.stream().map(InputColumn::place).toArray(TimeFrequencyBin[]::new));
    }

    /**
     * For raw rows.
     *
     * @param task what is done
     * @param rows of those
     * @throws UserMessageException if the task is of no use for such rows; the message is for the user
     */
    public Corruption(final PretextTask task, final Rows rows) {
        this(task, rows.columns().stream().flatMap(Preview::places).toArray(TimeFrequencyBin[]::new));
    }

    /** @param places by unit where in a spectrogram it is, {@code null} if in none */
    private Corruption(final PretextTask task, final TimeFrequencyBin[] places) {
        if (task.kind() == PretextTask.Kind.WORDS) {
            throw new UserMessageException("Words can be masked only in a table whose only column is a text.");
        }
        this.task = task;
        this.units = places.length;
        this.masks = task.kind() == PretextTask.Kind.TIME_FREQUENCY ? new FrameMasks(Arrays.asList(places)) : null;
        this.blocks = new boolean[task.views()][units];
        final var random = new SplittableRandom(task.seed());
        final var kept = Math.max(1, (int)Math.round((1 - task.strength()) * units));
        final var order = Shuffle.order(units, random);
        // dealt in turn from the shuffled units, so that none is left out as long as the blocks are large enough
        for (var b = 0; b < blocks.length; b++) {
            for (var k = 0; k < kept; k++) {
                blocks[b][order[((int)((long)b * units / blocks.length) + k) % units]] = true;
            }
        }
    }

    /**
     * Draws two views of rows. Of {@link PretextTask.Kind#BLOCKS} they keep different blocks, and of {@link
     * PretextTask.Kind#TIME_FREQUENCY} they hide different stretches; of all others the first is damaged and the second
     * is the row itself.
     *
     * @param rows which rows
     * @param all the number of rows that values may come from
     * @param random what decides
     * @return by view, row by row and unit by unit, the row that the unit is taken from
     * @throws ArithmeticException if the rows have more units together than an array can hold
     */
    public int[][] draw(final int[] rows, final int all, final SplittableRandom random) {
        final var sources = new int[2][Math.multiplyExact(rows.length, units)];
        for (var i = 0; i < rows.length; i++) {
            final var at = i * units;
            Arrays.fill(sources[0], at, at + units, rows[i]);
            Arrays.fill(sources[1], at, at + units, rows[i]);
            switch (task.kind()) {
                case CORRUPT -> corrupt(sources[0], at, all, random);
                case MASK, SWAP -> exchange(sources[0], at, all, random);
                case WORDS -> throw new IllegalStateException("Words are no cells.");
                case TIME_FREQUENCY -> {
                    masks.hide(sources[0], at, task.strength(), random);
                    masks.hide(sources[1], at, task.strength(), random);
                }
                case BLOCKS -> {
                    final var first = random.nextInt(blocks.length);
                    final var second = (first + 1 + random.nextInt(blocks.length - 1)) % blocks.length;
                    hide(sources[0], at, blocks[first]);
                    hide(sources[1], at, blocks[second]);
                }
                default -> throw new IllegalArgumentException("Images are changed by ImageViews.");
            }
        }
        return sources;
    }

    private void corrupt(final int[] sources, final int at, final int all, final SplittableRandom random) {
        final var wanted = Math.max(1, Math.min(units, (int)Math.round(task.strength() * units)));
        final var order = Shuffle.order(units, random);
        for (var k = 0; k < wanted; k++) {
            sources[at + order[k]] = random.nextInt(all);
        }
    }

    private void exchange(final int[] sources, final int at, final int all, final SplittableRandom random) {
        final var other = random.nextInt(all);
        for (var u = 0; u < units; u++) {
            if (random.nextDouble() < task.strength()) {
                sources[at + u] = task.kind() == PretextTask.Kind.SWAP ? other : random.nextInt(all);
            }
        }
    }

    private static void hide(final int[] sources, final int at, final boolean[] kept) {
        for (var u = 0; u < kept.length; u++) {
            if (!kept[u]) {
                sources[at + u] = HIDDEN;
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
     * @param sources as {@link #draw} gives them for rows of {@link #units(Rows)} units
     * @param rows all rows
     * @return the views; a bit that is hidden, or from a row that lacks the fingerprint, is not set, a number is
     *         missing; a cell of which that holds for all units is missing
     * @throws IllegalArgumentException if the number of sources is not that of whole rows
     */
    public static Rows apply(final int[] sources, final Rows rows) {
        return Preview.of(sources, rows);
    }

    /**
     * @param rows raw, with any columns
     * @return how many units each of them has; at least one for every column
     * @throws ArithmeticException if they are more than an array can hold
     */
    public static int units(final Rows rows) {
        return Math.toIntExact(rows.columns().stream().mapToLong(Preview::units).sum());
    }
}

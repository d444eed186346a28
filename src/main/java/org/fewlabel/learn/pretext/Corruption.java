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
 * The corruption of rows by a pretext task: for each unit of a view it draws the index of the row that provides the
 * unit's value, or {@link #MASKED} if the unit is masked. A unit is a column of the network's input before encoding: a
 * number, a category, a bit of a fingerprint, a dimension of a vector. The draw does not depend on the values, so the
 * same rule corrupts raw rows for the preview and encoded ones for the network.
 */
public final class Corruption {

    /** The source of a masked unit. */
    public static final int MASKED = -1;

    private final PretextTask task;

    private final int units;

    /** Per block whether it keeps each unit. */
    private final boolean[][] blocks;

    /** Null if the task masks no frames or bands. */
    private final FrameMasks masks;

    /**
     * The corruption of encoded rows.
     *
     * @param task the pretext task
     * @param columns the units of a row
     * @throws UserMessageException if the task does not suit such rows; the message is for the user
     */
    public Corruption(final PretextTask task, final List<InputColumn> columns) {
        this(task, columns.stream().map(InputColumn::bin).toArray(TimeFrequencyBin[]::new));
    }

    /**
     * The corruption of raw rows.
     *
     * @param task the pretext task
     * @param rows to be corrupted
     * @throws UserMessageException if the task does not suit such rows; the message is for the user
     */
    public Corruption(final PretextTask task, final Rows rows) {
        this(task, rows.columns().stream().flatMap(Preview::bins).toArray(TimeFrequencyBin[]::new));
    }

    /** @param bins per unit its bin in a spectrogram, {@code null} if it belongs to none */
    private Corruption(final PretextTask task, final TimeFrequencyBin[] bins) {
        if (task.kind() == PretextTask.Kind.WORDS) {
            throw new UserMessageException("Words can be masked only in a table whose only column is a text.");
        }
        this.task = task;
        this.units = bins.length;
        this.masks = task.kind() == PretextTask.Kind.TIME_FREQUENCY ? new FrameMasks(Arrays.asList(bins)) : null;
        this.blocks = new boolean[task.views()][units];
        final var random = new SplittableRandom(task.seed());
        final var kept = Math.max(1, (int)Math.round((1 - task.strength()) * units));
        final var order = Shuffle.order(units, random);
        // the shuffled units are dealt in turn, so that each is in a block as long as the blocks are large enough
        for (var b = 0; b < blocks.length; b++) {
            for (var k = 0; k < kept; k++) {
                blocks[b][order[((int)((long)b * units / blocks.length) + k) % units]] = true;
            }
        }
    }

    /**
     * Draws two views of rows. {@link PretextTask.Kind#BLOCKS} keeps different blocks in them, and {@link
     * PretextTask.Kind#TIME_FREQUENCY} masks different frames and bands; with all others the first is corrupted and the
     * second is the row itself.
     *
     * @param rows the indices of the rows
     * @param all the number of rows that values may be taken from
     * @param random the source of all random numbers
     * @return per view the source row of each unit, row by row
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
                    masks.mask(sources[0], at, task.strength(), random);
                    masks.mask(sources[1], at, task.strength(), random);
                }
                case BLOCKS -> {
                    final var first = random.nextInt(blocks.length);
                    final var second = (first + 1 + random.nextInt(blocks.length - 1)) % blocks.length;
                    mask(sources[0], at, blocks[first]);
                    mask(sources[1], at, blocks[second]);
                }
                default -> throw new IllegalArgumentException("Images are changed by ImageViews.");
            }
        }
        return sources;
    }

    private void corrupt(final int[] sources, final int at, final int all, final SplittableRandom random) {
        final var count = Math.max(1, Math.min(units, (int)Math.round(task.strength() * units)));
        final var order = Shuffle.order(units, random);
        for (var k = 0; k < count; k++) {
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

    private static void mask(final int[] sources, final int at, final boolean[] kept) {
        for (var u = 0; u < kept.length; u++) {
            if (!kept[u]) {
                sources[at + u] = MASKED;
            }
        }
    }

    /**
     * Applies a draw to encoded rows.
     *
     * @param sources the result of {@link #draw}
     * @param rows all rows, encoded
     * @param layout their columns
     * @param target receives the views, row by row, from {@code offset} on
     */
    public static void apply(final int[] sources, final DenseRows rows, final List<InputColumn> layout,
        final float[] target, final int offset) {
        final var width = rows.columns();
        final var views = sources.length / layout.size();
        for (var i = 0; i < views; i++) {
            for (var c = 0; c < layout.size(); c++) {
                final var column = layout.get(c);
                final var source = sources[i * layout.size() + c];
                if (source == MASKED) {
                    column.mask(target, offset + i * width);
                } else {
                    System.arraycopy(rows.values(), source * width + column.first(), target,
                        offset + i * width + column.first(), column.width());
                }
            }
        }
    }

    /**
     * Applies a draw to raw rows, for the preview.
     *
     * @param sources the result of {@link #draw} for rows of {@link #units(Rows)} units
     * @param rows all rows
     * @return the views; a bit that is masked, or from a row without a fingerprint, is not set, a number is missing; a
     *         cell all of whose units are so is missing
     * @throws IllegalArgumentException if the number of sources is not that of whole rows
     */
    public static Rows apply(final int[] sources, final Rows rows) {
        return Preview.of(sources, rows);
    }

    /**
     * @param rows raw, with any columns
     * @return the number of units per row; at least one for every column
     * @throws ArithmeticException if they are more than an array can hold
     */
    public static int units(final Rows rows) {
        return Math.toIntExact(rows.columns().stream().mapToLong(Preview::units).sum());
    }
}

package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Blas;

/**
 * The NT-Xent loss, {@link org.fewlabel.learn.net.Objective.NtXent}. The matrix of cosine similarities is symmetric, so
 * its rows are cut into tiles, and only the columns from the tile on are computed; the sums of their columns complete
 * the row sums. The largest cosine is 1, so subtracting it keeps every exponential in range.
 */
final class NtXentLoss implements LossUnit {

    private static final int TILE = 128;

    private static final double MIN_SQUARED_NORM = 1e-12;

    private final Context context;

    private final Tensor head;

    private final double temperature;

    private final int rows;

    private final int width;

    /** The head outputs, scaled to unit length. */
    private final FloatBuffer unit;

    private final float[] norms;

    /** The exponentials of the similarities, later the factors of the gradient, from each row's tile on. */
    private final FloatBuffer similarities;

    private final double[] rowSums;

    /** The column sums of each tile. */
    private final float[][] columnSums;

    /** For each row {@code 1 / (rows · temperature · sum of its exponentials)}, for the gradient. */
    private final float[] inverseSums;

    private final FloatBuffer unitGradient;

    private double value;

    NtXentLoss(final Context context, final Tensor head, final double temperature) {
        this.context = context;
        this.head = head;
        this.temperature = temperature;
        this.rows = head.rows();
        this.width = head.width();
        this.unit = Blas.floats(rows * width);
        this.norms = new float[rows];
        this.similarities = Blas.floats(Math.multiplyExact(rows, rows));
        this.rowSums = new double[rows];
        this.columnSums = new float[(rows + TILE - 1) / TILE][rows];
        this.inverseSums = new float[rows];
        this.unitGradient = context.backward() ? Blas.floats(rows * width) : null;
        context.plan().rows(this::normalize);
        context.plan().tasks(tiles(this::exponentials));
        context.plan().once(this::sum);
    }

    private List<Plan.Task> tiles(final Plan.RowTask work) {
        final var tasks = new ArrayList<Plan.Task>();
        for (var from = 0; from < rows; from += TILE) {
            final var first = from;
            tasks.add(scratch -> work.run(first, Math.min(rows, first + TILE), scratch));
        }
        return tasks;
    }

    private void normalize(final int from, final int to, final Scratch scratch) {
        final var x = scratch.array(0, width);
        for (var row = from; row < to; row++) {
            head.values().get(row * width, x, 0, width);
            norms[row] = (float)Math.sqrt(Vectors.dot(x, 0, x, 0, width) + MIN_SQUARED_NORM);
            Vectors.scale(x, 1 / norms[row], width);
            unit.put(row * width, x, 0, width);
        }
    }

    private void exponentials(final int from, final int to, final Scratch scratch) {
        final var columns = rows - from;
        context.gemm().multiply(false, true, to - from, columns, width, unit.slice(from * width, (to - from) * width),
            width,
            unit.slice(from * width, columns * width), width, 0,
            similarities.slice(from * rows + from, (to - from - 1) * rows + columns),
            rows);
        final var sums = columnSums[from / TILE];
        Arrays.fill(sums, 0);
        final var piece = Math.min(to - from, Scratch.rows(columns));
        final var x = scratch.array(0, piece * columns);
        final var one = scratch.array(1, columns);
        for (var first = from; first < to; first += piece) {
            final var count = Math.min(piece, to - first);
            for (var i = 0; i < count; i++) {
                similarities.get((first + i) * rows + from, x, i * columns, columns);
            }
            scratch.exponential().apply(x, count * columns, (float)(1 / temperature), (float)(-1 / temperature));
            for (var i = 0; i < count; i++) {
                x[i * columns + first + i - from] = 0; // a view is not compared with itself
                System.arraycopy(x, i * columns, one, 0, columns);
                Vectors.add(sums, one, columns);
                rowSums[first + i] = Vectors.sum(one, 0, columns);
                similarities.put((first + i) * rows + from, one, 0, columns);
            }
        }
    }

    private void sum(final Scratch scratch) {
        var logarithms = 0.0;
        for (var row = 0; row < rows; row++) {
            final var tile = row / TILE;
            var sum = rowSums[row];
            for (var t = 0; t < tile; t++) {
                sum += columnSums[t][row - t * TILE];
            }
            logarithms += Math.log(sum);
            inverseSums[row] = (float)(1 / (rows * temperature * sum));
        }
        final var x = scratch.array(0, width);
        final var y = scratch.array(1, width);
        var pairs = 0.0;
        for (var row = 0; row < rows / 2; row++) {
            unit.get(row * width, x, 0, width);
            unit.get((row + rows / 2) * width, y, 0, width);
            pairs += Vectors.dot(x, 0, y, 0, width);
        }
        value = logarithms / rows + 1 / temperature - pairs * 2 / (rows * temperature);
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public void backward() {
        if (head.gradient() == null) {
            return;
        }
        context.plan().tasks(tiles(this::factors));
        context.plan().tasks(tiles(this::headGradient));
    }

    /** {@code dL/ds_ij + dL/ds_ji} with the similarities {@code s}, without the term of the positive pairs. */
    private void factors(final int from, final int to, final Scratch scratch) {
        final var columns = rows - from;
        final var x = scratch.array(0, columns);
        final var others = scratch.array(1, columns);
        System.arraycopy(inverseSums, from, others, 0, columns);
        for (var row = from; row < to; row++) {
            similarities.get(row * rows + from, x, 0, columns);
            Vectors.multiplyShifted(x, others, inverseSums[row], columns);
            similarities.put(row * rows + from, x, 0, columns);
        }
    }

    private void headGradient(final int from, final int to, final Scratch scratch) {
        final var out = unitGradient.slice(from * width, (to - from) * width);
        context.gemm().multiply(false, false, to - from, width, rows - from,
            similarities.slice(from * rows + from, (to - from - 1) * rows + rows - from), rows,
            unit.slice(from * width, (rows - from) * width), width, 0, out, width);
        if (from > 0) {
            context.gemm().multiply(true, false, to - from, width, from, similarities.slice(from, from * rows - from),
                rows,
                unit.slice(0, from * width), width, 1, out, width);
        }
        final var gradient = scratch.array(0, width);
        final var own = scratch.array(1, width);
        final var pair = scratch.array(2, width);
        final var attraction = (float)(-2 / (rows * temperature));
        for (var row = from; row < to; row++) {
            unitGradient.get(row * width, gradient, 0, width);
            unit.get(row * width, own, 0, width);
            unit.get((row + rows / 2) % rows * width, pair, 0, width);
            Vectors.addScaled(gradient, attraction, pair, width);
            Vectors.addScaled(gradient, (float)-Vectors.dot(gradient, 0, own, 0, width), own, width);
            Vectors.scale(gradient, 1 / norms[row], width);
            head.gradient().put(row * width, gradient, 0, width);
        }
    }
}

package org.fewlabel.learn.graph;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * Solves {@code (I - damping * D^-½ W D^-½) X = B} by conjugate gradients (Hestenes and Stiefel 1952), with a {@link
 * TreePreconditioner} where that is worth it: in each step one pass over the edges for all classes, which reads weights
 * and directions in single precision and adds up in double precision. Sums are made block by block in a fixed order, so
 * the solution does not depend on the number of threads.
 */
final class ConjugateGradients {

    private static final int BLOCK = 2048;

    private static final int MOST_ITERATIONS = 10_000;

    /** Below, every step takes enough of the residual; closer to 1 a tree is worth its making. */
    private static final double WELL_DAMPED = 0.98;

    private final Subgraph joined;

    private final double[] inverseRoot;

    private final double damping;

    private final int classes;

    private final TreePreconditioner tree;

    private final Workers workers;

    private final Progress progress;

    private final LongAdder passed = new LongAdder();

    private int iterations;

    /**
     * @param joined the nodes, with the weights {@code W}
     * @param inverseRoot per node 1 / √D
     * @param damping above 0, at most 1
     */
    ConjugateGradients(final Subgraph joined, final double[] inverseRoot, final double damping, final int classes,
        final Workers workers, final Progress progress) {
        this.joined = joined;
        this.inverseRoot = inverseRoot;
        this.damping = damping;
        this.classes = classes;
        this.tree = damping < WELL_DAMPED ? null : new TreePreconditioner(joined, progress);
        this.workers = workers;
        this.progress = progress;
    }

    /** @return how many steps the last solution took */
    int iterations() {
        return iterations;
    }

    /** @return how many edges were passed in the last solution */
    long passed() {
        return passed.sum();
    }

    /**
     * @param b node by node, {@code nodes * classes}; holds the residual afterwards
     * @param tolerance the length of the residual, relative to that of {@code b}, at which a class is done
     * @return X
     */
    double[] solve(final double[] b, final double tolerance) {
        final var x = new double[b.length];
        final var image = new double[b.length];
        final var sent = new float[b.length]; // the direction times 1 / √degree
        final var toward = tree == null ? b : new double[b.length];
        iterations = 0;
        passed.reset();
        var squares = blocks((from, to, sums) -> multiply(b, b, from, to, sums));
        final var wanted = Arrays.stream(squares).map(s -> s * tolerance * tolerance).toArray();
        final var first = furthest(squares, wanted);
        var before = new double[classes];
        for (var left = first; left > 1 && iterations < MOST_ITERATIONS; left = furthest(squares, wanted)) {
            progress.report(1 - Math.log(left) / Math.log(first), "Spreading the labels");
            if (tree != null) {
                tree.apply(b, inverseRoot, toward, classes, workers, progress);
            }
            final var slope = tree == null ? squares : blocks((from, to, sums) -> multiply(b, toward, from, to, sums));
            final var keep = ratio(slope, before, squares, wanted);
            blocks((from, to, sums) -> turn(keep, toward, sent, from, to));
            final var curvature = blocks((from, to, sums) -> apply(sent, image, from, to, sums));
            final var step = ratio(slope, curvature, squares, wanted);
            squares = blocks((from, to, sums) -> move(step, sent, image, x, b, from, to, sums));
            before = slope;
            iterations++;
        }
        return x;
    }

    /** The worst ratio of a class's squared residual to the wanted one. */
    private static double furthest(final double[] squares, final double[] wanted) {
        var worst = 0.0;
        for (var c = 0; c < squares.length; c++) {
            if (squares[c] > wanted[c]) {
                worst = Math.max(worst, squares[c] / wanted[c]);
            }
        }
        return worst;
    }

    /** Per class above / below; 0 for a class that is done. */
    private static double[] ratio(final double[] above, final double[] below, final double[] squares,
        final double[] wanted) {
        final var ratio = new double[above.length];
        for (var c = 0; c < ratio.length; c++) {
            ratio[c] = squares[c] > wanted[c] && below[c] > 0 ? above[c] / below[c] : 0;
        }
        return ratio;
    }

    /** Work on the nodes of a block that adds to one sum for each class. */
    @FunctionalInterface
    private interface Block {
        void run(int from, int to, double[] sums);
    }

    /** @return the sums over all blocks, added in the order of the blocks */
    private double[] blocks(final Block block) {
        final var nodes = joined.size();
        final var ofBlocks = new double[(nodes + BLOCK - 1) / BLOCK][];
        workers.run(nodes, BLOCK, (from, to) -> {
            final var sums = new double[classes];
            block.run(from, to, sums);
            ofBlocks[from / BLOCK] = sums;
        }, progress, null);
        final var all = new double[classes];
        for (final var sums : ofBlocks) {
            for (var c = 0; c < classes; c++) {
                all[c] += sums[c];
            }
        }
        return all;
    }

    private void multiply(final double[] a, final double[] b, final int from, final int to, final double[] sums) {
        for (var i = from; i < to; i++) {
            for (var c = 0; c < classes; c++) {
                sums[c] += a[i * classes + c] * b[i * classes + c];
            }
        }
    }

    /** Turns the direction. */
    private void turn(final double[] keep, final double[] toward, final float[] sent, final int from, final int to) {
        for (var i = from; i < to; i++) {
            for (var c = 0; c < classes; c++) {
                final var at = i * classes + c;
                sent[at] = (float)(toward[at] * inverseRoot[i] + keep[c] * sent[at]);
            }
        }
    }

    /** Makes the image of the direction and adds up the products of the two. The only pass over the edges. */
    private void apply(final float[] sent, final double[] image, final int from, final int to, final double[] sums) {
        final var starts = joined.starts();
        for (var i = from; i < to; i++) {
            receive(sent, starts[i], starts[i + 1], image, i * classes);
            for (var c = 0; c < classes; c++) {
                final var at = i * classes + c;
                final var direction = sent[at] / inverseRoot[i];
                image[at] = direction - damping * inverseRoot[i] * image[at];
                sums[c] += direction * image[at];
            }
        }
        passed.add(starts[to] - starts[from]);
    }

    /** What a node receives over its edges: for four classes at a time, so that the sums need not go through memory. */
    private void receive(final float[] sent, final int from, final int to, final double[] received, final int at) {
        final var targets = joined.targets();
        final var weights = joined.weights();
        var c = 0;
        for (; c + 4 <= classes; c += 4) {
            var first = 0.0;
            var second = 0.0;
            var third = 0.0;
            var fourth = 0.0;
            for (var e = from; e < to; e++) {
                final double weight = weights[e];
                final var other = targets[e] * classes + c;
                first += weight * sent[other];
                second += weight * sent[other + 1];
                third += weight * sent[other + 2];
                fourth += weight * sent[other + 3];
            }
            received[at + c] = first;
            received[at + c + 1] = second;
            received[at + c + 2] = third;
            received[at + c + 3] = fourth;
        }
        for (; c < classes; c++) {
            var sum = 0.0;
            for (var e = from; e < to; e++) {
                sum += (double)weights[e] * sent[targets[e] * classes + c];
            }
            received[at + c] = sum;
        }
    }

    /** Goes a step in the direction and adds up the squares of the residual that is left. */
    private void move(final double[] step, final float[] sent, final double[] image, final double[] x, final double[] b,
        final int from, final int to, final double[] sums) {
        for (var i = from; i < to; i++) {
            final var root = 1 / inverseRoot[i];
            for (var c = 0; c < classes; c++) {
                final var at = i * classes + c;
                x[at] += step[c] * (sent[at] * root);
                b[at] -= step[c] * image[at];
                sums[c] += b[at] * b[at];
            }
        }
    }
}

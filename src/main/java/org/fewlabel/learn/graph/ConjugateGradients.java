package org.fewlabel.learn.graph;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * Solves {@code (I - damping * D^-½ W D^-½) X = B} by conjugate gradients (Hestenes and Stiefel 1952), with a {@link
 * TreePreconditioner} where it pays. Each iteration makes one pass over the edges for all classes; weights and search
 * directions are read in single precision and accumulated in double precision. Sums are made block by block in a fixed
 * order, so the solution does not depend on the number of threads.
 */
final class ConjugateGradients {

    private static final int BLOCK = 2048;

    private static final int MAX_ITERATIONS = 10_000;

    /** With less damping than this, iterations converge fast enough without a preconditioner. */
    private static final double WELL_DAMPED = 0.98;

    private final Subgraph subgraph;

    private final double[] inverseRoot;

    private final double damping;

    private final int classes;

    private final TreePreconditioner tree;

    private final Workers workers;

    private final Progress progress;

    private final LongAdder edgesVisited = new LongAdder();

    private int iterations;

    /**
     * @param graph the graph, with the weights {@code W}
     * @param inverseRoot per node 1 / √D
     * @param damping above 0, at most 1
     */
    ConjugateGradients(final Subgraph subgraph, final double[] inverseRoot, final double damping, final int classes,
        final Workers workers, final Progress progress) {
        this.subgraph = subgraph;
        this.inverseRoot = inverseRoot;
        this.damping = damping;
        this.classes = classes;
        this.tree = damping < WELL_DAMPED ? null : new TreePreconditioner(subgraph, progress);
        this.workers = workers;
        this.progress = progress;
    }

    /** @return the number of iterations of the last solution */
    int iterations() {
        return iterations;
    }

    /** @return the number of edges that the last solution visited, in all iterations */
    long edgesVisited() {
        return edgesVisited.sum();
    }

    /**
     * @param b node by node, {@code nodes * classes}; holds the residual afterwards
     * @param tolerance the length of the residual, relative to that of {@code b}, at which a class has converged
     * @return X
     */
    double[] solve(final double[] b, final double tolerance) {
        final var x = new double[b.length];
        final var product = new double[b.length];
        final var scaled = new float[b.length]; // the search direction times 1 / √degree
        final var preconditioned = tree == null ? b : new double[b.length];
        iterations = 0;
        edgesVisited.reset();
        var squares = blocks((from, to, sums) -> multiply(b, b, from, to, sums));
        final var wanted = Arrays.stream(squares).map(s -> s * tolerance * tolerance).toArray();
        final var first = worstRatio(squares, wanted);
        var previous = new double[classes];
        for (var left = first; left > 1 && iterations < MAX_ITERATIONS; left = worstRatio(squares, wanted)) {
            progress.report(1 - Math.log(left) / Math.log(first), "Spreading the labels");
            if (tree != null) {
                tree.apply(b, inverseRoot, preconditioned, classes, workers, progress);
            }
            final var residualProducts = tree == null ? squares
                : blocks((from, to, sums) -> multiply(b, preconditioned, from, to, sums));
            final var beta = ratio(residualProducts, previous, squares, wanted);
            blocks((from, to, sums) -> updateDirection(beta, preconditioned, scaled, from, to));
            final var curvatures = blocks((from, to, sums) -> apply(scaled, product, from, to, sums));
            final var alpha = ratio(residualProducts, curvatures, squares, wanted);
            squares = blocks((from, to, sums) -> updateSolution(alpha, scaled, product, x, b, from, to, sums));
            previous = residualProducts;
            iterations++;
        }
        return x;
    }

    /**
     * The largest ratio of a class's squared residual to the one at its tolerance; at most 1 when all have converged.
     */
    private static double worstRatio(final double[] squares, final double[] wanted) {
        var worst = 0.0;
        for (var c = 0; c < squares.length; c++) {
            if (squares[c] > wanted[c]) {
                worst = Math.max(worst, squares[c] / wanted[c]);
            }
        }
        return worst;
    }

    /** Per class above / below; 0 for a class that has converged. */
    private static double[] ratio(final double[] above, final double[] below, final double[] squares,
        final double[] wanted) {
        final var ratio = new double[above.length];
        for (var c = 0; c < ratio.length; c++) {
            ratio[c] = squares[c] > wanted[c] && below[c] > 0 ? above[c] / below[c] : 0;
        }
        return ratio;
    }

    /** Work on a block of nodes that adds to one sum per class. */
    @FunctionalInterface
    private interface Block {
        void run(int from, int to, double[] sums);
    }

    /** @return the sums over all blocks, added in the order of the blocks */
    private double[] blocks(final Block block) {
        final var nodes = subgraph.size();
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

    /** Updates the search direction: the preconditioned residual plus beta times the previous direction. */
    private void updateDirection(final double[] beta, final double[] preconditioned, final float[] scaled,
        final int from, final int to) {
        for (var i = from; i < to; i++) {
            for (var c = 0; c < classes; c++) {
                final var at = i * classes + c;
                scaled[at] = (float)(preconditioned[at] * inverseRoot[i] + beta[c] * scaled[at]);
            }
        }
    }

    /**
     * Multiplies the matrix with the search direction and adds up the dot products of both: the only pass over edges.
     */
    private void apply(final float[] scaled, final double[] product, final int from, final int to,
        final double[] sums) {
        final var starts = subgraph.starts();
        for (var i = from; i < to; i++) {
            multiplyRow(scaled, starts[i], starts[i + 1], product, i * classes);
            for (var c = 0; c < classes; c++) {
                final var at = i * classes + c;
                final var direction = scaled[at] / inverseRoot[i];
                product[at] = direction - damping * inverseRoot[i] * product[at];
                sums[c] += direction * product[at];
            }
        }
        edgesVisited.add(starts[to] - starts[from]);
    }

    /**
     * One row of the weight matrix times the scaled direction, four classes at a time to keep the sums in registers.
     */
    private void multiplyRow(final float[] scaled, final int from, final int to, final double[] result, final int at) {
        final var targets = subgraph.targets();
        final var weights = subgraph.weights();
        var c = 0;
        for (; c + 4 <= classes; c += 4) {
            var first = 0.0;
            var second = 0.0;
            var third = 0.0;
            var fourth = 0.0;
            for (var e = from; e < to; e++) {
                final double weight = weights[e];
                final var other = targets[e] * classes + c;
                first += weight * scaled[other];
                second += weight * scaled[other + 1];
                third += weight * scaled[other + 2];
                fourth += weight * scaled[other + 3];
            }
            result[at + c] = first;
            result[at + c + 1] = second;
            result[at + c + 2] = third;
            result[at + c + 3] = fourth;
        }
        for (; c < classes; c++) {
            var sum = 0.0;
            for (var e = from; e < to; e++) {
                sum += (double)weights[e] * scaled[targets[e] * classes + c];
            }
            result[at + c] = sum;
        }
    }

    /** Moves the solution along the search direction, updates the residual and adds up its squares. */
    private void updateSolution(final double[] alpha, final float[] scaled, final double[] product, final double[] x,
        final double[] b,
        final int from, final int to, final double[] sums) {
        for (var i = from; i < to; i++) {
            final var root = 1 / inverseRoot[i];
            for (var c = 0; c < classes; c++) {
                final var at = i * classes + c;
                x[at] += alpha[c] * (scaled[at] * root);
                b[at] -= alpha[c] * product[at];
                sums[c] += b[at] * b[at];
            }
        }
    }
}

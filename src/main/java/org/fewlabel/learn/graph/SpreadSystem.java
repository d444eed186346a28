package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * The linear system {@code (I - damping * D^-½ W D^-½) X = B} over some nodes of a graph, with one column for each
 * class, where {@code W} are the weights between those nodes and {@code D} the degrees in the whole graph. It is
 * symmetric and positive definite if damping is below 1, or if every connected part has an edge to a node left out.
 * Solved by conjugate gradients (Hestenes and Stiefel 1952), all classes in one pass over the edges. Sums are made
 * block by block in a fixed order, so the solution does not depend on the number of threads.
 */
final class SpreadSystem {

    private static final int BLOCK = 2048;

    private static final int MOST_ITERATIONS = 10_000;

    private final Graph graph;

    private final boolean[] unknown;

    private final double damping;

    private final int classes;

    private final double[] inverseRoot;

    /** Per block and class. */
    private final double[] sums;

    private int iterations;

    /**
     * @param unknown the nodes whose values are sought; each has an edge
     * @param damping above 0, at most 1
     */
    SpreadSystem(final Graph graph, final boolean[] unknown, final double damping, final int classes) {
        this.graph = graph;
        this.unknown = unknown;
        this.damping = damping;
        this.classes = classes;
        this.inverseRoot = new double[graph.nodes()];
        for (var i = 0; i < inverseRoot.length; i++) {
            final var degree = graph.degree(i);
            inverseRoot[i] = degree > 0 ? 1 / Math.sqrt(degree) : 0;
        }
        this.sums = new double[((graph.nodes() + BLOCK - 1) / BLOCK) * classes];
    }

    /** @return per node 1 / √degree, 0 for a node without an edge */
    double[] inverseRoots() {
        return inverseRoot;
    }

    /** @return how many steps the last solution took */
    int iterations() {
        return iterations;
    }

    /**
     * @param b node by node, {@code nodes * classes}; 0 where the value is not sought; holds the residual afterwards
     * @param tolerance the length of the residual, relative to that of {@code b}, at which a class is done
     * @return X, 0 where the value is not sought
     */
    double[] solve(final double[] b, final double tolerance, final Workers workers, final Progress progress) {
        final var x = new double[b.length];
        final var direction = b.clone();
        final var image = new double[b.length];
        var squares = dot(b, b, workers, progress);
        final var wanted = Arrays.stream(squares).map(s -> s * tolerance * tolerance).toArray();
        final var first = furthest(squares, wanted);
        iterations = 0;
        for (var left = first; left > 1 && iterations < MOST_ITERATIONS; left = furthest(squares, wanted)) {
            progress.report(1 - Math.log(left) / Math.log(first), "Spreading the labels");
            workers.run(graph.nodes(), BLOCK, (from, to) -> apply(direction, image, from, to), progress, null);
            final var curvature = dot(direction, image, workers, progress);
            final var step = ratio(squares, curvature, squares, wanted);
            workers.run(graph.nodes(), BLOCK, (from, to) -> {
                for (var i = from * classes; i < to * classes; i++) {
                    x[i] += step[i % classes] * direction[i];
                    b[i] -= step[i % classes] * image[i];
                }
            }, progress, null);
            final var next = dot(b, b, workers, progress);
            final var keep = ratio(next, squares, squares, wanted);
            workers.run(graph.nodes(), BLOCK, (from, to) -> {
                for (var i = from * classes; i < to * classes; i++) {
                    direction[i] = b[i] + keep[i % classes] * direction[i];
                }
            }, progress, null);
            squares = next;
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

    private void apply(final double[] from, final double[] to, final int first, final int last) {
        final var sum = new double[classes];
        for (var i = first; i < last; i++) {
            if (unknown[i]) {
                Arrays.fill(sum, 0);
                for (var e = graph.start(i); e < graph.start(i + 1); e++) {
                    final var j = graph.target(e);
                    if (unknown[j]) {
                        final var weight = graph.weight(e) * inverseRoot[j];
                        for (var c = 0; c < classes; c++) {
                            sum[c] += weight * from[j * classes + c];
                        }
                    }
                }
                for (var c = 0; c < classes; c++) {
                    to[i * classes + c] = from[i * classes + c] - damping * inverseRoot[i] * sum[c];
                }
            }
        }
    }

    private double[] dot(final double[] a, final double[] b, final Workers workers, final Progress progress) {
        workers.run(graph.nodes(), BLOCK, (from, to) -> {
            final var sum = new double[classes];
            for (var i = from; i < to; i++) {
                for (var c = 0; c < classes; c++) {
                    sum[c] += a[i * classes + c] * b[i * classes + c];
                }
            }
            System.arraycopy(sum, 0, sums, from / BLOCK * classes, classes);
        }, progress, null);
        final var dot = new double[classes];
        for (var i = 0; i < sums.length; i++) {
            dot[i % classes] += sums[i];
        }
        return dot;
    }
}

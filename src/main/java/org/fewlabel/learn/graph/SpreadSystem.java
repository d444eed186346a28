package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * The linear system {@code (I - damping * D^-½ W D^-½) X = B} over some nodes of a graph, with one column for each
 * class, where {@code W} are the weights between those nodes and {@code D} the degrees in the whole graph. It is
 * symmetric and positive definite if damping is below 1, or if every connected component has an edge to an excluded
 * node. Solved by {@link ConjugateGradients} over the nodes in an order in which neighbors lie close to each other in
 * memory: with many nodes memory access takes most of the time.
 */
final class SpreadSystem {

    private final Graph graph;

    private final boolean[] unknown;

    private final double damping;

    private final int classes;

    private final double[] inverseRoot;

    private long edgesVisited;

    private int iterations;

    /**
     * @param unknown the nodes that are solved for; each has an edge
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
            inverseRoot[i] = degree > 0 ? 1 / Math.sqrt(degree) : 1;
        }
    }

    /** @return per node 1 / √degree, 1 for a node without an edge */
    double[] inverseRoots() {
        return inverseRoot;
    }

    /** @return the number of iterations of the last solution */
    int iterations() {
        return iterations;
    }

    /** @return the number of edges that the last solution visited, independent of the number of classes */
    long edgesVisited() {
        return edgesVisited;
    }

    /**
     * @param b node by node, {@code nodes * classes}; entries of nodes that are not solved for are ignored
     * @param tolerance the length of the residual, relative to that of {@code b}, at which a class has converged
     * @return X, 0 for nodes that are not solved for
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    double[] solve(final double[] b, final double tolerance, final Workers workers, final Progress progress) {
        final var free = Arrays.stream(graph.order()).filter(i -> unknown[i]).toArray();
        final var roots = Arrays.stream(free).mapToDouble(i -> inverseRoot[i]).toArray();
        final var subgraph = Subgraph.of(graph, free, damping, progress);
        final var residual = new double[Math.multiplyExact(free.length, classes)];
        for (var i = 0; i < free.length; i++) {
            System.arraycopy(b, free[i] * classes, residual, i * classes, classes);
        }
        final var solution = new ConjugateGradients(subgraph, roots, damping, classes, workers, progress);
        final var found = solution.solve(residual, tolerance);
        iterations = solution.iterations();
        edgesVisited = solution.edgesVisited();
        final var x = new double[b.length];
        for (var i = 0; i < free.length; i++) {
            System.arraycopy(found, i * classes, x, free[i] * classes, classes);
        }
        return x;
    }
}

package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * The linear system {@code (I - damping * D^-½ W D^-½) X = B} over some nodes of a graph, with one column for each
 * class, where {@code W} are the weights between those nodes and {@code D} the degrees in the whole graph. It is
 * symmetric and positive definite if damping is below 1, or if every connected part has an edge to a node left out.
 * Solved by {@link ConjugateGradients} over the nodes in an order in which neighbors lie near to each other, for with
 * many nodes it is the way to the memory that takes the time.
 */
final class SpreadSystem {

    private final Graph graph;

    private final boolean[] unknown;

    private final double damping;

    private final int classes;

    private final double[] inverseRoot;

    private long passed;

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
            inverseRoot[i] = degree > 0 ? 1 / Math.sqrt(degree) : 1;
        }
    }

    /** @return per node 1 / √degree, 1 for a node without an edge */
    double[] inverseRoots() {
        return inverseRoot;
    }

    /** @return how many steps the last solution took */
    int iterations() {
        return iterations;
    }

    /** @return how many edges were passed in the last solution, whatever the number of classes */
    long passed() {
        return passed;
    }

    /**
     * @param b node by node, {@code nodes * classes}; what stands where the value is not sought does not count
     * @param tolerance the length of the residual, relative to that of {@code b}, at which a class is done
     * @return X, 0 where the value is not sought
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    double[] solve(final double[] b, final double tolerance, final Workers workers, final Progress progress) {
        final var sought = Arrays.stream(graph.order()).filter(i -> unknown[i]).toArray();
        final var roots = Arrays.stream(sought).mapToDouble(i -> inverseRoot[i]).toArray();
        final var joined = Subgraph.of(graph, sought, damping, progress);
        final var residual = new double[Math.multiplyExact(sought.length, classes)];
        for (var i = 0; i < sought.length; i++) {
            System.arraycopy(b, sought[i] * classes, residual, i * classes, classes);
        }
        final var solution = new ConjugateGradients(joined, roots, damping, classes, workers, progress);
        final var found = solution.solve(residual, tolerance);
        iterations = solution.iterations();
        passed = solution.passed();
        final var x = new double[b.length];
        for (var i = 0; i < sought.length; i++) {
            System.arraycopy(found, i * classes, x, sought[i] * classes, classes);
        }
        return x;
    }
}

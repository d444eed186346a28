package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;

/**
 * Poisson learning (Calder, Cook, Thorpe and Slepcev, Poisson learning: graph based semi-supervised learning at very
 * low label rates, 2020, algorithm 1, solved to the end by conjugate gradients): {@code L u = source} with the graph's
 * Laplacian {@code L}, where labels are sources rather than fixed values, and the degree-weighted sum of {@code u} over
 * every connected component is 0. It does not collapse onto one class when labels are very few. A node belongs to the
 * class with the largest {@code s u}; the weights {@code s} are the given class shares divided by those of the labels.
 * <p>
 * The paper has no probabilities. Here they are {@code exp(s u / r)}, normalized, where {@code r} is the root mean
 * square of {@code s u} over the unlabeled nodes of the same component. Classes without a label in a component have the
 * probability 0 there.
 */
public final class PoissonLearning implements GraphMethod {

    private static final double TOLERANCE = 1e-9;

    private final double[] shares;

    /** Poisson learning without class weights: {@code s = 1}. */
    public PoissonLearning() {
        shares = null;
    }

    /**
     * @param shares the share of each class in the rows; need not sum to 1
     * @throws IllegalArgumentException if a share is negative or not finite, or all are 0
     */
    public PoissonLearning(final double[] shares) {
        this.shares = ClassMassNormalization.checked(shares);
    }

    @Override
    public Spread spread(final Graph graph, final Seeds seeds, final Workers workers, final Progress progress) {
        final var classes = seeds.classes();
        if (shares != null && shares.length != classes) {
            throw new IllegalArgumentException(shares.length + " shares do not fit " + classes + " classes.");
        }
        final var reached = seeds.reached(graph);
        final var source = PoissonSource.of(graph, seeds);
        final var system = new SpreadSystem(graph, reached, 1, classes);
        final var u = potential(graph, source, system, classes, workers, progress);
        weigh(graph, source, u, classes);
        final var widths = widths(graph, seeds, source, u);
        final var values = new double[u.length];
        Arrays.fill(values, Double.NaN);
        for (var i = 0; i < graph.nodes(); i++) {
            if (reached[i]) {
                softmax(graph, source, u, widths[graph.component(i)], i, classes, values);
            }
        }
        return new Spread(new ClassProbabilities(classes, values), reached, seeds.unreachedComponents(graph),
            system.iterations());
    }

    /** Solves for {@code u}, node by node. */
    static double[] potential(final Graph graph, final PoissonSource source, final SpreadSystem system,
        final int classes, final Workers workers, final Progress progress) {
        final var root = system.inverseRoots();
        final var rightSide = source.values().clone();
        for (var at = 0; at < rightSide.length; at++) {
            rightSide[at] *= root[at / classes];
        }
        final var u = system.solve(rightSide, TOLERANCE, workers, progress);
        final var sums = new double[graph.components() * classes];
        final var degrees = new double[graph.components()];
        for (var i = 0; i < graph.nodes(); i++) {
            final var degree = graph.degree(i);
            degrees[graph.component(i)] += degree;
            for (var c = 0; c < classes; c++) {
                u[i * classes + c] *= root[i];
                sums[graph.component(i) * classes + c] += degree * u[i * classes + c];
            }
        }
        for (var at = 0; at < u.length; at++) {
            final var component = graph.component(at / classes);
            u[at] -= degrees[component] > 0 ? sums[component * classes + at % classes] / degrees[component] : 0;
        }
        return u;
    }

    private void weigh(final Graph graph, final PoissonSource source, final double[] u, final int classes) {
        for (var at = 0; at < u.length && shares != null; at++) {
            final var mean = source.means()[graph.component(at / classes) * classes + at % classes];
            u[at] *= mean > 0 ? shares[at % classes] / mean : 0;
        }
    }

    /** The root mean square of u over the unlabeled nodes of each component; over all nodes if all are labeled. */
    private static double[] widths(final Graph graph, final Seeds seeds, final PoissonSource source, final double[] u) {
        final var classes = seeds.classes();
        final var unlabeledSquares = new double[graph.components()];
        final var unlabeledCounts = new int[graph.components()];
        final var allSquares = new double[graph.components()];
        final var allCounts = new int[graph.components()];
        for (var at = 0; at < u.length; at++) {
            final var node = at / classes;
            if (source.present(graph, node, at % classes, classes)) {
                final var component = graph.component(node);
                allSquares[component] += u[at] * u[at];
                allCounts[component]++;
                if (seeds.total(node) == 0) {
                    unlabeledSquares[component] += u[at] * u[at];
                    unlabeledCounts[component]++;
                }
            }
        }
        final var widths = new double[unlabeledSquares.length];
        for (var p = 0; p < widths.length; p++) {
            widths[p] = Math.sqrt(unlabeledSquares[p] > 0 ? unlabeledSquares[p] / unlabeledCounts[p]
                : allSquares[p] / Math.max(1, allCounts[p]));
        }
        return widths;
    }

    private static void softmax(final Graph graph, final PoissonSource source, final double[] u, final double width,
        final int node, final int classes, final double[] values) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var c = 0; c < classes; c++) {
            largest = source.present(graph, node, c, classes) ? Math.max(largest, u[node * classes + c]) : largest;
        }
        final var exponentials = new double[classes];
        for (var c = 0; c < classes; c++) {
            exponentials[c] = !source.present(graph, node, c, classes) ? 0
                : width > 0 ? Math.exp((u[node * classes + c] - largest) / width)
                    : source.means()[graph.component(node) * classes + c];
        }
        Normalize.of(exponentials, 0, values, node * classes, classes);
    }
}

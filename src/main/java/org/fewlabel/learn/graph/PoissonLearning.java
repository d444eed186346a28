package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;

/**
 * Poisson learning (Calder, Cook, Thorpe and Slepcev, Poisson learning: graph based semi-supervised learning at very
 * low label rates, 2020, algorithm 1, solved to the end by conjugate gradients): {@code L u = source} with the graph's
 * Laplacian {@code L}, where labels are sources rather than fixed values, and {@code u} sums to 0 over every connected
 * part, weighted by the degrees. It does not collapse onto one class when labels are very few. A node belongs to the
 * class with the largest {@code s u}; the weights {@code s} are the given shares of the classes by those of the labels.
 * <p>
 * The paper has no probabilities. Here they are {@code exp(s u / r)} made to sum to 1, where {@code r} is the root mean
 * square of {@code s u} over the nodes without a label of the same connected part. Classes of which a part has no label
 * have the probability 0 there.
 */
public final class PoissonLearning implements GraphMethod {

    private static final double TOLERANCE = 1e-9;

    private final double[] shares;

    /** Without weights: {@code s = 1}. */
    public PoissonLearning() {
        shares = null;
    }

    /**
     * @param shares per class its share of the rows; need not sum to 1
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

    /** u, node by node. */
    static double[] potential(final Graph graph, final PoissonSource source, final SpreadSystem system,
        final int classes, final Workers workers, final Progress progress) {
        final var root = system.inverseRoots();
        final var right = source.values().clone();
        for (var at = 0; at < right.length; at++) {
            right[at] *= root[at / classes];
        }
        final var u = system.solve(right, TOLERANCE, workers, progress);
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
            final var part = graph.component(at / classes);
            u[at] -= degrees[part] > 0 ? sums[part * classes + at % classes] / degrees[part] : 0;
        }
        return u;
    }

    private void weigh(final Graph graph, final PoissonSource source, final double[] u, final int classes) {
        for (var at = 0; at < u.length && shares != null; at++) {
            final var mean = source.means()[graph.component(at / classes) * classes + at % classes];
            u[at] *= mean > 0 ? shares[at % classes] / mean : 0;
        }
    }

    /** Per connected part the root mean square of u over its nodes without a label; over all if each has one. */
    private static double[] widths(final Graph graph, final Seeds seeds, final PoissonSource source, final double[] u) {
        final var classes = seeds.classes();
        final var open = new double[graph.components()];
        final var opens = new int[graph.components()];
        final var all = new double[graph.components()];
        final var alls = new int[graph.components()];
        for (var at = 0; at < u.length; at++) {
            final var node = at / classes;
            if (source.present(graph, node, at % classes, classes)) {
                final var part = graph.component(node);
                all[part] += u[at] * u[at];
                alls[part]++;
                if (seeds.total(node) == 0) {
                    open[part] += u[at] * u[at];
                    opens[part]++;
                }
            }
        }
        final var widths = new double[open.length];
        for (var p = 0; p < widths.length; p++) {
            widths[p] = Math.sqrt(open[p] > 0 ? open[p] / opens[p] : all[p] / Math.max(1, alls[p]));
        }
        return widths;
    }

    private static void softmax(final Graph graph, final PoissonSource source, final double[] u, final double width,
        final int node, final int classes, final double[] values) {
        var most = Double.NEGATIVE_INFINITY;
        for (var c = 0; c < classes; c++) {
            most = source.present(graph, node, c, classes) ? Math.max(most, u[node * classes + c]) : most;
        }
        final var exponentials = new double[classes];
        for (var c = 0; c < classes; c++) {
            exponentials[c] = !source.present(graph, node, c, classes) ? 0
                : width > 0 ? Math.exp((u[node * classes + c] - most) / width)
                    : source.means()[graph.component(node) * classes + c];
        }
        Normalize.of(exponentials, 0, values, node * classes, classes);
    }
}

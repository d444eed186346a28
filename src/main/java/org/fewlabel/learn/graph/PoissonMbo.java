package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;

/**
 * PoissonMBO: Poisson learning followed by the graph cut of Merriman, Bence and Osher (Calder, Cook, Thorpe and
 * Slepcev, Poisson learning, 2020, algorithm 2): the labeling is smoothed by 40 small steps of
 * {@code u += t (source - L u)} and thresholded again, up to 20 times or until it no longer changes. If class shares
 * are given, every thresholding scales the classes to these shares of the rows, as far as factors between ½ and 2
 * allow.
 * <p>
 * The probabilities are the normalized last smoothed values; the most probable class is that of the cut.
 */
public final class PoissonMbo implements GraphMethod {

    private static final int ROUNDS = 20;

    private static final int STEPS = 40;

    private static final int BLOCK = 2048;

    private final double[] shares;

    /** PoissonMBO without a constraint on the class sizes. */
    public PoissonMbo() {
        shares = null;
    }

    /**
     * @param shares the share of each class in the rows; need not sum to 1
     * @throws IllegalArgumentException if a share is negative or not finite, or all are 0
     */
    public PoissonMbo(final double[] shares) {
        this.shares = ClassMassNormalization.checked(shares);
    }

    @Override
    public Spread spread(final Graph graph, final Seeds seeds, final Workers workers, final Progress progress) {
        final var classes = seeds.classes();
        if (shares != null && shares.length != classes) {
            throw new IllegalArgumentException(shares.length + " shares do not fit " + classes + " classes.");
        }
        final var start = (shares == null ? new PoissonLearning() : new PoissonLearning(shares)).spread(graph, seeds,
            workers, progress.part(0, 0.3));
        final var source = PoissonSource.of(graph, seeds);
        var u = start.probabilities().values().clone();
        var labels = new int[graph.nodes()];
        for (var round = 0; round < ROUNDS; round++) {
            final var factors = round == 0 ? ones(classes) : factors(u, seeds, start.reached(), progress);
            final var hard = labels(u, start.reached(), factors, classes);
            if (round > 0 && Arrays.equals(hard, labels)) {
                break;
            }
            labels = hard;
            progress.report(0.3 + 0.7 * round / ROUNDS, "Cutting the graph");
            u = smooth(graph, source, labels, classes, workers, progress);
        }
        return new Spread(probabilities(u, seeds, start.reached(), progress), start.reached(),
            start.unreachedComponents(), start.iterations());
    }

    private ClassProbabilities probabilities(final double[] u, final Seeds seeds, final boolean[] reached,
        final Progress progress) {
        final var classes = seeds.classes();
        final var factors = factors(u, seeds, reached, progress);
        final var labels = labels(u, reached, factors, classes);
        final var values = new double[u.length];
        Arrays.fill(values, Double.NaN);
        for (var i = 0; i < labels.length; i++) {
            if (reached[i]) {
                final var scaled = new double[classes];
                for (var c = 0; c < classes; c++) {
                    scaled[c] = factors[c] * u[i * classes + c];
                }
                if (Normalize.of(scaled, 0, values, i * classes, classes) == 0) {
                    Arrays.fill(values, i * classes, (i + 1) * classes, 0);
                    values[i * classes + labels[i]] = 1;
                }
            }
        }
        return new ClassProbabilities(classes, values);
    }

    /** Runs 40 diffusion steps with the source from a hard labeling. */
    private static double[] smooth(final Graph graph, final PoissonSource source, final int[] labels, final int classes,
        final Workers workers, final Progress progress) {
        var maxDegree = 0.0;
        for (var i = 0; i < graph.nodes(); i++) {
            maxDegree = Math.max(maxDegree, graph.degree(i));
        }
        final var step = maxDegree > 0 ? 1 / maxDegree : 0;
        var from = new double[source.values().length];
        for (var i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                from[i * classes + labels[i]] = 1;
            }
        }
        var to = new double[from.length];
        for (var s = 0; s < STEPS; s++) {
            final var old = from;
            final var next = to;
            workers.run(graph.nodes(), BLOCK, (first, last) -> {
                for (var i = first; i < last; i++) {
                    step(graph, source, step, i, classes, old, next);
                }
            }, progress, null);
            from = next;
            to = old;
        }
        return from;
    }

    private static void step(final Graph graph, final PoissonSource source, final double step, final int node,
        final int classes, final double[] old, final double[] next) {
        final var at = node * classes;
        for (var c = 0; c < classes; c++) {
            next[at + c] = old[at + c] + step * source.values()[at + c];
        }
        for (var e = graph.start(node); e < graph.start(node + 1); e++) {
            final var weight = step * graph.weight(e);
            final var other = graph.target(e) * classes;
            for (var c = 0; c < classes; c++) {
                next[at + c] += weight * (old[other + c] - old[at + c]);
            }
        }
    }

    /** Computes the factors for which the hard labeling is nearest to the shares. */
    private double[] factors(final double[] u, final Seeds seeds, final boolean[] reached, final Progress progress) {
        return shares == null ? ones(seeds.classes())
            : new VolumeConstraint(shares).factors(u, seeds.rows(), reached, progress);
    }

    private static double[] ones(final int count) {
        final var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static int[] labels(final double[] u, final boolean[] reached, final double[] factors, final int classes) {
        final var labels = new int[reached.length];
        for (var i = 0; i < labels.length; i++) {
            labels[i] = reached[i] ? VolumeConstraint.best(u, i * classes, factors) : -1;
        }
        return labels;
    }
}

package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;

/**
 * Class-mass normalization (Zhu, Ghahramani and Lafferty, Semi-supervised learning using Gaussian fields and harmonic
 * functions, 2003, section 4) of the result of a method: the probabilities of each class are scaled so that the class
 * masses over the unlabeled rows have a given proportion, and each row is normalized again. It corrects that with few
 * labels one class takes nearly all rows; with a wrong proportion it ruins a good result. Labeled nodes are not
 * changed.
 * <p>
 * Laplace learning with class-mass normalization is this applied to {@link LabelPropagation}.
 */
public final class ClassMassNormalization implements GraphMethod {

    private final GraphMethod method;

    private final double[] proportion;

    /**
     * @param method whose result is normalized
     * @param proportion the share of each class in the rows; need not sum to 1
     * @throws IllegalArgumentException if a share is negative or not finite, or all are 0
     */
    public ClassMassNormalization(final GraphMethod method, final double[] proportion) {
        this.method = method;
        this.proportion = checked(proportion);
    }

    /** @throws IllegalArgumentException if a share is negative or not finite, or all are 0 */
    static double[] checked(final double[] proportion) {
        var sum = 0.0;
        for (final var share : proportion) {
            sum += share >= 0 ? share : Double.NaN;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Shares of classes must be 0 or more, and not all 0: "
                + Arrays.toString(proportion) + ".");
        }
        return proportion.clone();
    }

    @Override
    public Spread spread(final Graph graph, final Seeds seeds, final Workers workers, final Progress progress) {
        if (proportion.length != seeds.classes()) {
            throw new IllegalArgumentException(
                proportion.length + " shares do not fit " + seeds.classes() + " classes.");
        }
        final var spread = method.spread(graph, seeds, workers, progress);
        final var classes = seeds.classes();
        final var mass = new double[classes];
        for (var i = 0; i < graph.nodes(); i++) {
            for (var c = 0; c < classes && isUnlabeled(spread, seeds, i); c++) {
                mass[c] += seeds.rows()[i] * spread.probabilities().get(i, c);
            }
        }
        final var factor = new double[classes];
        for (var c = 0; c < classes; c++) {
            factor[c] = mass[c] > 0 ? proportion[c] / mass[c] : 0;
        }
        final var values = spread.probabilities().values().clone();
        final var scaled = new double[classes];
        for (var i = 0; i < graph.nodes(); i++) {
            if (isUnlabeled(spread, seeds, i)) {
                for (var c = 0; c < classes; c++) {
                    scaled[c] = factor[c] * values[i * classes + c];
                }
                Normalize.of(scaled, 0, values, i * classes, classes); // unchanged if all are 0
            }
        }
        return new Spread(new ClassProbabilities(classes, values), spread.reached(), spread.unreachedComponents(),
            spread.iterations());
    }

    private static boolean isUnlabeled(final Spread spread, final Seeds seeds, final int node) {
        return spread.reached()[node] && seeds.total(node) == 0;
    }
}

package org.fewlabel.learn.propagation;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.ClassMassNormalization;
import org.fewlabel.learn.graph.GraphMethod;
import org.fewlabel.learn.graph.GuidedPropagation;
import org.fewlabel.learn.graph.LabelPropagation;
import org.fewlabel.learn.graph.NormalizedCut;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.judge.Predictions;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.PriorEstimate;
import org.fewlabel.learn.supervised.WeightedMean;

/**
 * The candidates of {@link Automatic}. They differ in the influence of the graph (from logistic regression on the
 * labeled rows, over propagation strongly or weakly guided by it, to plain propagation), in the distance (Euclidean or
 * city-block), in the number of neighbors, and in class mass normalization.
 */
final class Candidates {

    /** The pull of strong guidance. */
    private static final double STRONG = 0.1;

    /** The pull of weak guidance, which decides only nodes far from every label. */
    private static final double WEAK = 0.01;

    /** The pull of the guidance with a single label per class, which has little influence. */
    private static final double FAINT = 0.003;

    /** The ratio of cuts below which plain propagation replaces guided propagation. */
    private static final double PLAIN_CUT = 1 / 3.0;

    /** The ratio of cuts below which estimated class shares replace those of the labels. */
    private static final double ESTIMATED_CUT = 0.6;

    private final Neighborhoods near;

    private final ClassPriors priors;

    Candidates(final Neighborhoods near, final ClassPriors priors) {
        this.near = near;
        this.priors = priors;
    }

    /** @return all candidates: {@link #fewest} first, then the baseline */
    List<Candidate> all() {
        final var all = new ArrayList<Candidate>();
        all.add(fewest());
        all.add(of(CandidateMethod.LOGISTIC_REGRESSION, (labels, alone, workers, progress) -> alone));
        if (near.two()) {
            all.add(guided(near.cityBlock(), STRONG));
            all.add(guided(near.cityBlock(), WEAK));
        }
        all.add(guided(near.nearest(), STRONG));
        all.add(guided(near.nearest(), WEAK));
        all.add(
            of(CandidateMethod.LABEL_PROPAGATION,
                (labels, alone, workers, progress) -> rows(near.fewer(), new LabelPropagation(), labels, workers,
                    progress)));
        all.add(of(CandidateMethod.LAPLACE_CMN, (labels, alone, workers, progress) -> rows(near.fewer(),
            normalized(new LabelPropagation(), priors.shares(labels, alone).orElse(null)), labels, workers, progress)));
        return all;
    }

    /** @return the best candidate with a single label per class */
    Candidate fewest() {
        return of(CandidateMethod.LAPLACE_CMN, (labels, alone, workers, progress) -> {
            final var nearest = few(near.nearest(), labels, alone, workers, progress.part(0, near.two() ? 0.5 : 1));
            return near.two() ? WeightedMean.of(
                List.of(nearest, few(near.cityBlock(), labels, alone, workers, progress.part(0.5, 1))),
                new double[]{1, 1})
                : nearest;
        });
    }

    private Candidate guided(final RowGraph joined, final double pull) {
        return of(CandidateMethod.GUIDED_PROPAGATION,
            (labels, alone, workers, progress) -> rows(joined, guide(joined, pull, labels, alone), labels,
                workers, progress));
    }

    private static GuidedPropagation guide(final RowGraph joined, final double pull, final Labels labels,
        final double[] alone) {
        return new GuidedPropagation(pull, joined.ofNodes(alone, labels.classes().size()));
    }

    private static GraphMethod normalized(final GraphMethod method, final double[] shares) {
        return shares == null ? method : new ClassMassNormalization(method, shares);
    }

    private static double[] rows(final RowGraph joined, final GraphMethod method, final Labels labels,
        final Workers workers, final Progress progress) {
        return joined.ofRows(joined.spread(method, labels, workers, progress)).probabilities();
    }

    /**
     * Runs faintly guided propagation with class mass normalization to the shares of the labels. Plain propagation and
     * estimated shares replace these if their normalized cut is clearly smaller.
     */
    private double[] few(final RowGraph joined, final Labels labels, final double[] alone, final Workers workers,
        final Progress progress) {
        final var shares = priors instanceof ClassPriors.Estimated ? PriorEstimate.labeled(labels)
            : priors.shares(labels, alone).orElse(null);
        final var guided = solved(joined, guide(joined, FAINT, labels, alone), labels, workers, progress.part(0, 0.3));
        final var plain = solved(joined, new LabelPropagation(), labels, workers, progress.part(0.3, 1));
        final var method = cut(joined, normalized(plain, shares), labels) < PLAIN_CUT
            * cut(joined, normalized(guided, shares), labels) ? plain : guided;
        var result = normalized(method, shares);
        if (priors instanceof ClassPriors.Estimated) {
            final var estimated = new ClassMassNormalization(method, PriorEstimate.of(labels, alone));
            result = cut(joined, estimated, labels) < ESTIMATED_CUT * cut(joined, result, labels) ? estimated : result;
        }
        return rows(joined, result, labels, Workers.CALLER, progress.part(1, 1));
    }

    /** Returns a method with a cached result. */
    private static GraphMethod solved(final RowGraph joined, final GraphMethod method, final Labels labels,
        final Workers workers, final Progress progress) {
        final var spread = joined.spread(method, labels, workers, progress);
        return (graph, seeds, w, p) -> spread;
    }

    private static double cut(final RowGraph joined, final GraphMethod method, final Labels labels) {
        final var classes = labels.classes().size();
        final var spread = joined.spread(method, labels, Workers.CALLER, Progress.NONE);
        return NormalizedCut.normalized(joined.graph(), Predictions.mostProbable(classes, spread.probabilities()),
            classes);
    }

    @FunctionalInterface
    interface Method {
        double[] probabilities(Labels labels, double[] alone, Workers workers, Progress progress);
    }

    static Candidate of(final CandidateMethod name, final Method method) {
        return new Candidate() {
            @Override
            public CandidateMethod method() {
                return name;
            }

            @Override
            public double[] probabilities(final Labels labels, final double[] alone, final Workers workers,
                final Progress progress) {
                return method.probabilities(labels, alone, workers, progress);
            }
        };
    }
}

package org.fewlabel.learn.propagation;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.ClassMassNormalization;
import org.fewlabel.learn.graph.GraphMethod;
import org.fewlabel.learn.graph.GuidedPropagation;
import org.fewlabel.learn.graph.LabelPropagation;
import org.fewlabel.learn.graph.NormalizedCut;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.PriorEstimate;

/**
 * The candidates among which {@link Automatic} chooses. They differ in how much they trust the graph (from logistic
 * regression on the labeled rows alone, over propagation that it guides strongly or weakly, to plain propagation), in
 * how rows are near (Euclidean or city-block), in the number of neighbors, and in whether the masses of the classes are
 * normalized.
 */
final class Candidates {

    /** Of the guidance, in candidates that rely on it. */
    private static final double STRONG = 0.1;

    /** Of the guidance, in candidates in which it decides only what lies far from every label. */
    private static final double WEAK = 0.01;

    /** Of the guidance where there is a single label to a class: it hardly does more than connect. */
    private static final double FAINT = 0.003;

    /** Of the cut of guided propagation, what that of plain propagation must stay below to take its place. */
    private static final double PLAIN_CUT = 1 / 3.0;

    /** Of the cut with the shares of the labels, what that with estimated shares must stay below to take its place. */
    private static final double ESTIMATED_CUT = 0.6;

    private final Neighborhoods near;

    private final ClassPriors priors;

    Candidates(final Neighborhoods near, final ClassPriors priors) {
        this.near = near;
        this.priors = priors;
    }

    /** @return all: {@link #fewest} first, then the labeled rows alone */
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

    /** @return the best of them if there is a single label to a class */
    Candidate fewest() {
        return of(CandidateMethod.LAPLACE_CMN, (labels, alone, workers, progress) -> {
            final var nearest = few(near.nearest(), labels, alone, workers, progress.part(0, near.two() ? 0.5 : 1));
            return near.two() ? ClassProbabilities.mean(
                List.of(nearest, few(near.cityBlock(), labels, alone, workers, progress.part(0.5, 1))))
                : nearest;
        });
    }

    private Candidate guided(final RowGraph joined, final double pull) {
        return of(CandidateMethod.GUIDED_PROPAGATION,
            (labels, alone, workers, progress) -> rows(joined, guide(joined, pull, labels, alone), labels,
                workers, progress));
    }

    private static GuidedPropagation guide(final RowGraph joined, final double pull, final Labels labels,
        final ClassProbabilities alone) {
        return new GuidedPropagation(pull, joined.ofNodes(alone));
    }

    private static GraphMethod normalized(final GraphMethod method, final double[] shares) {
        return shares == null ? method : new ClassMassNormalization(method, shares);
    }

    private static ClassProbabilities rows(final RowGraph joined, final GraphMethod method, final Labels labels,
        final Workers workers, final Progress progress) {
        return joined.ofRows(joined.spread(method, labels, workers, progress)).probabilities();
    }

    /**
     * Faintly guided propagation, its masses normalized to the shares of the labels. Plain propagation and estimated
     * shares take their place if with them the result cuts clearly less of the graph.
     */
    private ClassProbabilities few(final RowGraph joined, final Labels labels, final ClassProbabilities alone,
        final Workers workers,
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

    /** The method's result, as a method that need not be solved again. */
    private static GraphMethod solved(final RowGraph joined, final GraphMethod method, final Labels labels,
        final Workers workers, final Progress progress) {
        final var spread = joined.spread(method, labels, workers, progress);
        return (graph, seeds, w, p) -> spread;
    }

    private static double cut(final RowGraph joined, final GraphMethod method, final Labels labels) {
        final var spread = joined.spread(method, labels, Workers.CALLER, Progress.NONE);
        return NormalizedCut.normalized(joined.graph(), spread.probabilities().argmax(), labels.classes().size());
    }

    @FunctionalInterface
    interface Method {
        ClassProbabilities probabilities(Labels labels, ClassProbabilities alone, Workers workers, Progress progress);
    }

    static Candidate of(final CandidateMethod name, final Method method) {
        return new Candidate() {
            @Override
            public CandidateMethod method() {
                return name;
            }

            @Override
            public ClassProbabilities probabilities(final Labels labels, final ClassProbabilities alone,
                final Workers workers,
                final Progress progress) {
                return method.probabilities(labels, alone, workers, progress);
            }
        };
    }
}

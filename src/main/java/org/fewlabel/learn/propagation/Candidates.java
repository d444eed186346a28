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

    private final Neighborhoods neighborhoods;

    private final ClassPriors priors;

    Candidates(final Neighborhoods neighborhoods, final ClassPriors priors) {
        this.neighborhoods = neighborhoods;
        this.priors = priors;
    }

    /** @return all candidates: {@link #fewest} first, then the baseline */
    List<Candidate> all() {
        final var all = new ArrayList<Candidate>();
        all.add(fewest());
        all.add(of(CandidateMethod.LOGISTIC_REGRESSION, (labels, baseline, workers, progress) -> baseline));
        if (neighborhoods.two()) {
            all.add(guided(neighborhoods.cityBlock(), STRONG));
            all.add(guided(neighborhoods.cityBlock(), WEAK));
        }
        all.add(guided(neighborhoods.nearest(), STRONG));
        all.add(guided(neighborhoods.nearest(), WEAK));
        all.add(
            of(CandidateMethod.LABEL_PROPAGATION,
                (labels, baseline, workers, progress) -> rows(neighborhoods.fewer(), new LabelPropagation(), labels,
                    workers,
                    progress)));
        all.add(of(CandidateMethod.LAPLACE_CMN, (labels, baseline, workers, progress) -> rows(neighborhoods.fewer(),
            normalized(new LabelPropagation(), priors.shares(labels, baseline).orElse(null)), labels, workers,
            progress)));
        return all;
    }

    /** @return the best candidate with a single label per class */
    Candidate fewest() {
        return of(CandidateMethod.LAPLACE_CMN, (labels, baseline, workers, progress) -> {
            final var nearest = fewLabels(neighborhoods.nearest(), labels, baseline, workers,
                progress.part(0, neighborhoods.two() ? 0.5 : 1));
            return neighborhoods.two() ? ClassProbabilities.mean(
                List.of(nearest,
                    fewLabels(neighborhoods.cityBlock(), labels, baseline, workers, progress.part(0.5, 1))))
                : nearest;
        });
    }

    private Candidate guided(final RowGraph graph, final double pull) {
        return of(CandidateMethod.GUIDED_PROPAGATION,
            (labels, baseline, workers, progress) -> rows(graph, guide(graph, pull, labels, baseline), labels,
                workers, progress));
    }

    private static GuidedPropagation guide(final RowGraph graph, final double pull, final Labels labels,
        final ClassProbabilities baseline) {
        return new GuidedPropagation(pull, graph.ofNodes(baseline));
    }

    private static GraphMethod normalized(final GraphMethod method, final double[] shares) {
        return shares == null ? method : new ClassMassNormalization(method, shares);
    }

    private static ClassProbabilities rows(final RowGraph graph, final GraphMethod method, final Labels labels,
        final Workers workers, final Progress progress) {
        return graph.ofRows(graph.spread(method, labels, workers, progress)).probabilities();
    }

    /**
     * Runs faintly guided propagation with class mass normalization to the shares of the labels. Plain propagation and
     * estimated shares replace these if their normalized cut is clearly smaller.
     */
    private ClassProbabilities fewLabels(final RowGraph graph, final Labels labels, final ClassProbabilities baseline,
        final Workers workers,
        final Progress progress) {
        final var shares = priors instanceof ClassPriors.Estimated ? PriorEstimate.labeled(labels)
            : priors.shares(labels, baseline).orElse(null);
        final var guided = solved(graph, guide(graph, FAINT, labels, baseline), labels, workers, progress.part(0, 0.3));
        final var plain = solved(graph, new LabelPropagation(), labels, workers, progress.part(0.3, 1));
        final var method = cut(graph, normalized(plain, shares), labels) < PLAIN_CUT
            * cut(graph, normalized(guided, shares), labels) ? plain : guided;
        var result = normalized(method, shares);
        if (priors instanceof ClassPriors.Estimated) {
            final var estimated = new ClassMassNormalization(method, PriorEstimate.of(labels, baseline));
            result = cut(graph, estimated, labels) < ESTIMATED_CUT * cut(graph, result, labels) ? estimated : result;
        }
        return rows(graph, result, labels, Workers.CALLER, progress.part(1, 1));
    }

    /** Returns a method with a cached result. */
    private static GraphMethod solved(final RowGraph graph, final GraphMethod method, final Labels labels,
        final Workers workers, final Progress progress) {
        final var spread = graph.spread(method, labels, workers, progress);
        return (g, seeds, w, p) -> spread;
    }

    private static double cut(final RowGraph graph, final GraphMethod method, final Labels labels) {
        final var spread = graph.spread(method, labels, Workers.CALLER, Progress.NONE);
        return NormalizedCut.normalized(graph.graph(), spread.probabilities().argmax(), labels.classes().size());
    }

    @FunctionalInterface
    interface Method {
        ClassProbabilities probabilities(Labels labels, ClassProbabilities baseline, Workers workers,
            Progress progress);
    }

    static Candidate of(final CandidateMethod name, final Method method) {
        return new Candidate() {
            @Override
            public CandidateMethod method() {
                return name;
            }

            @Override
            public ClassProbabilities probabilities(final Labels labels, final ClassProbabilities baseline,
                final Workers workers,
                final Progress progress) {
                return method.probabilities(labels, baseline, workers, progress);
            }
        };
    }
}

package org.fewlabel.learn.propagation;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.GraphMethod;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.judge.CrossValidation;
import org.fewlabel.learn.neighbor.NeighborSearch;
import org.fewlabel.learn.supervised.Baseline;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.MixtureClassifier;
import org.fewlabel.learn.supervised.Temperature;

/** A graph method selected by the user, evaluated and calibrated by cross-validation. */
public final class Fixed {

    private static final long SEED = 0;

    private final BiFunction<Labels, ClassProbabilities, GraphMethod> method;

    private final int neighbors;

    private final boolean calibrated;

    private final NeighborSearch search;

    /**
     * @param method of propagation, given the labels and the probabilities from the labeled rows only
     * @param neighbors the number of neighbors per row
     * @param calibrated whether confidences are calibrated if there are enough labels
     * @param search for neighbors
     */
    public Fixed(final BiFunction<Labels, ClassProbabilities, GraphMethod> method, final int neighbors,
        final boolean calibrated,
        final NeighborSearch search) {
        this.method = method;
        this.neighbors = neighbors;
        this.calibrated = calibrated;
        this.search = search;
    }

    /** With logistic regression on the same rows as the baseline. */
    Choice learn(final DenseRows rows, final Labels labels, final Workers workers, final Progress progress) {
        return learn(rows, new Baseline(rows, false), labels, workers, progress);
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param reference the baseline of the same rows, to compare with
     * @param labels of the same rows; at least one is labeled
     * @return the class probabilities of all rows and a classifier for new ones
     * @throws org.fewlabel.device.UserMessageException if the two differ in their number of rows, or no row is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Choice learn(final DenseRows rows, final Baseline reference, final Labels labels, final Workers workers,
        final Progress progress) {
        final var graph = RowGraph.of(rows, neighbors, search, workers, progress.part(0, 0.4));
        final var regression = LogisticRegression.train(rows, labels, SEED, progress.part(0.4, 0.45)).predict(rows,
            workers,
            progress.part(0.45, 0.5));
        final var spread = graph
            .ofRows(graph.spread(method.apply(labels, regression), labels, workers, progress.part(0.5, 0.6)));
        final var validation = validation(rows, reference, labels, graph, workers, progress.part(0.6, 1));
        final var temperature = validation == null || !calibrated || validation.codes().length < Temperature.MIN_ROWS
            ? 1
            : Temperature.fit(validation.predictions().get(0), validation.codes());
        final Classifier classifier = graph.classifier(spread.probabilities());
        return new Choice(
            graph.reachable(labels, Temperature.apply(spread.probabilities(), temperature)),
            reference.isRegressionOn(rows) ? regression : reference.predict(labels, workers, progress.part(1, 1)),
            temperature == 1 ? classifier
                : new MixtureClassifier(List.of(classifier), new double[]{1}, new double[]{1}, temperature),
            graph, validation == null ? null : CrossValidatedAccuracy.of(validation, validation.predictions().get(0)),
            temperature, Map.of());
    }

    private Validation validation(final DenseRows rows, final Baseline reference, final Labels labels,
        final RowGraph whole,
        final Workers workers, final Progress progress) {
        final var subsample = ValidationSubsample.of(rows, reference, labels, SEED);
        final var folds = CrossValidation.of(subsample.labels(), SEED);
        if (!folds.possible()) {
            return null;
        }
        final var graph = subsample.whole() ? whole
            : RowGraph.of(subsample.rows(), neighbors, search, workers, progress.part(0, 0.3));
        final var candidate = Candidates.of(CandidateMethod.LABEL_PROPAGATION, (known, guide, w, p) -> graph
            .ofRows(graph.spread(method.apply(known, guide), known, w, p)).probabilities());
        return Validation.of(subsample.rows(), subsample.baseline(), subsample.labels(), folds, List.of(candidate),
            workers,
            progress.part(0.3, 1));
    }
}

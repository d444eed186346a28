package org.fewlabel.learn.propagation;

import java.util.ArrayList;
import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.CrossValidation;
import org.fewlabel.learn.neighbor.NeighborSearch;
import org.fewlabel.learn.supervised.Baseline;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.Temperature;

/**
 * Automatic selection of the propagation method from the labels and the graph. Eight candidates (see
 * {@link Candidates}) are evaluated by cross-validation, and the result is an ensemble by exponential weights (see
 * {@link ExponentialWeights}) after temperature scaling. The fewer labels there are, the larger is the prior weight of
 * the method that is best with few: with a single label per class there is no cross-validation, and weakly guided
 * propagation with class mass normalization is used, over two graphs, with masses selected by the normalized cut of the
 * result.
 */
public final class Automatic {

    /** The default number of neighbors. */
    public static final int NEIGHBORS = 10;

    /** The smaller number of neighbors that is also used by default. */
    private static final int FEWER = 7;

    /** The index of the baseline among the candidates. */
    static final int BASELINE = 1;

    /** The fixed seed of folds and subsamples, so that the same table gives the same result. */
    private static final long SEED = 0;

    private final ClassPriors priors;

    private final int neighbors;

    private final int fewer;

    private final boolean calibrated;

    private final NeighborSearch search;

    /**
     * @param priors the class shares
     * @param neighbors the number of neighbors per row; 0 to select it automatically
     * @param calibrated whether confidences are calibrated if there are enough labels
     * @param search for neighbors
     */
    public Automatic(final ClassPriors priors, final int neighbors, final boolean calibrated,
        final NeighborSearch search) {
        this.priors = priors;
        this.neighbors = neighbors == 0 ? NEIGHBORS : neighbors;
        this.fewer = neighbors == 0 ? FEWER : neighbors;
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
     * @throws org.fewlabel.device.UserMessageException if the two differ in their number of rows, no row is labeled, or
     *             the given shares do not fit the classes
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Choice learn(final DenseRows rows, final Baseline reference, final Labels labels, final Workers workers,
        final Progress progress) {
        final var neighborhoods = Neighborhoods.of(rows, neighbors, fewer, search, workers, progress.part(0, 0.3));
        final var logistic = LogisticRegression.train(rows, labels, SEED, progress.part(0.3, 0.32));
        final var regression = logistic.predict(rows, workers, progress.part(0.32, 0.35));
        final var candidates = new Candidates(neighborhoods, priors).all();
        final var prior = ExponentialWeights.prior(labels.counts(), candidates.size());
        final var unscaled = validation(rows, reference, labels, neighborhoods, workers, progress.part(0.35, 0.7));
        final var temperatures = new double[candidates.size()];
        Arrays.setAll(temperatures,
            c -> unscaled == null ? 1 : Temperature.fit(unscaled.predictions().get(c), unscaled.codes()));
        final var validation = unscaled == null ? null : unscaled.at(temperatures);
        final var weights = validation == null ? onlyFirst(candidates.size())
            : ExponentialWeights.weights(prior, validation.losses(-1));
        final var predictions = new ArrayList<ClassProbabilities>();
        for (var c = 0; c < weights.length; c++) {
            final var part = progress.part(0.7 + 0.3 * c / weights.length, 0.7 + 0.3 * (c + 1) / weights.length);
            predictions.add(weights[c] == 0 ? null : Temperature.apply(
                candidates.get(c).probabilities(labels, regression, workers, part), temperatures[c]));
        }
        final var mean = validation == null ? null : validation.mean(prior);
        final var temperature = mean != null && calibrated && validation.codes().length >= Temperature.MIN_ROWS
            ? Temperature.fit(mean, validation.codes()) : 1;
        return new Ensemble(labels, neighborhoods.nearest(), logistic,
            reference.isRegressionOn(rows) ? regression : reference.predict(labels, workers, progress.part(1, 1)),
            Temperature.apply(regression, temperatures[BASELINE]))
            .choice(candidates, predictions, weights, temperatures[BASELINE], temperature,
                validation == null ? null : CrossValidatedAccuracy.of(validation, mean));
    }

    private static double[] onlyFirst(final int count) {
        final var weights = new double[count];
        weights[0] = 1;
        return weights;
    }

    private Validation validation(final DenseRows rows, final Baseline reference, final Labels labels,
        final Neighborhoods neighborhoods,
        final Workers workers, final Progress progress) {
        final var subsample = ValidationSubsample.of(rows, reference, labels, SEED);
        final var folds = CrossValidation.of(subsample.labels(), SEED);
        if (!folds.possible()) {
            return null;
        }
        final var subsampleNeighborhoods = subsample.whole() ? neighborhoods
            : Neighborhoods.of(subsample.rows(), neighbors, fewer, search, workers, progress.part(0, 0.3));
        return Validation.of(subsample.rows(), subsample.baseline(), subsample.labels(), folds,
            new Candidates(subsampleNeighborhoods, priors).all(),
            workers,
            progress.part(0.3, 1));
    }
}

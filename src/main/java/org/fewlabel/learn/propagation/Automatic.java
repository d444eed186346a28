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
 * Chooses how labels are spread, from the labels and the graph alone. Eight candidates (see {@code Candidates}) are
 * judged by cross-validation, and the result is the mean of the good ones (see {@code Weighing}), each at the
 * temperature that suits it. The fewer labels there are, the less the judgment counts against what is best with few:
 * with a single label to a class nothing can be judged, and weakly guided propagation with normalized class masses is
 * taken, over two graphs, its masses chosen by how much of the graph the result cuts.
 */
public final class Automatic {

    /** With how many nearest rows a row is joined if the user does not say. */
    public static final int NEIGHBORS = 10;

    /** The smaller number that is tried as well if the user does not say. */
    private static final int FEWER = 7;

    /** The place of the labeled rows alone among the candidates. */
    static final int ALONE = 1;

    /** divides the labels and draws the rows to judge with; fixed, so that the same table gives the same result */
    private static final long SEED = 0;

    private final ClassPriors priors;

    private final int neighbors;

    private final int fewer;

    private final boolean calibrated;

    private final NeighborSearch search;

    /**
     * @param priors how often the classes occur
     * @param neighbors with how many nearest rows a row is joined; 0 to choose
     * @param calibrated whether confidences are to be calibrated if there are enough labels
     * @param search how the nearest rows are found
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
     * @param rows all rows, labeled or not
     * @param baseline of the same rows, to compare with
     * @param labels of the same rows; at least one is labeled
     * @return the classes of all rows, and a classifier for others
     * @throws org.fewlabel.device.UserMessageException if the two differ in their number of rows, no row is labeled, or
     *             the given shares do not fit the classes
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Choice learn(final DenseRows rows, final Baseline baseline, final Labels labels, final Workers workers,
        final Progress progress) {
        final var near = Neighborhoods.of(rows, neighbors, fewer, search, workers, progress.part(0, 0.3));
        final var logistic = LogisticRegression.train(rows, labels, SEED, progress.part(0.3, 0.32));
        final var alone = logistic.predict(rows, workers, progress.part(0.32, 0.35));
        final var candidates = new Candidates(near, priors).all();
        final var before = ExponentialWeights.before(labels.counts(), candidates.size());
        final var raw = validation(rows, baseline, labels, near, workers, progress.part(0.35, 0.7));
        final var temperatures = new double[candidates.size()];
        Arrays.setAll(temperatures, c -> raw == null ? 1 : Temperature.fit(raw.said().get(c), raw.codes()));
        final var validation = raw == null ? null : raw.at(temperatures);
        final var weights = validation == null ? only(candidates.size())
            : ExponentialWeights.weights(before, validation.losses(-1));
        final var said = new ArrayList<ClassProbabilities>();
        for (var c = 0; c < weights.length; c++) {
            final var part = progress.part(0.7 + 0.3 * c / weights.length, 0.7 + 0.3 * (c + 1) / weights.length);
            said.add(weights[c] == 0 ? null : Temperature.apply(
                candidates.get(c).probabilities(labels, alone, workers, part), temperatures[c]));
        }
        final var mixed = validation == null ? null : validation.mean(before);
        final var last = mixed != null && calibrated && validation.codes().length >= Temperature.FEWEST_ROWS
            ? Temperature.fit(mixed, validation.codes()) : 1;
        return new Ensemble(labels, near.nearest(), logistic,
            baseline.isRegressionOn(rows) ? alone : baseline.predict(labels, workers, progress.part(1, 1)),
            Temperature.apply(alone, temperatures[ALONE]))
            .choice(candidates, said, weights, temperatures[ALONE], last,
                validation == null ? null : CrossValidatedAccuracy.of(validation, mixed));
    }

    private static double[] only(final int count) {
        final var weights = new double[count];
        weights[0] = 1;
        return weights;
    }

    private Validation validation(final DenseRows rows, final Baseline baseline, final Labels labels,
        final Neighborhoods near,
        final Workers workers, final Progress progress) {
        final var part = ValidationSubsample.of(rows, baseline, labels, SEED);
        final var folds = CrossValidation.of(part.labels(), SEED);
        if (!folds.possible()) {
            return null;
        }
        final var joined = part.whole() ? near
            : Neighborhoods.of(part.rows(), neighbors, fewer, search, workers, progress.part(0, 0.3));
        return Validation.of(part.rows(), part.baseline(), part.labels(), folds, new Candidates(joined, priors).all(),
            workers,
            progress.part(0.3, 1));
    }
}

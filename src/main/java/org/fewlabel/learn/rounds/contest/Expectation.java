package org.fewlabel.learn.rounds.contest;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.CrossValidation;

/**
 * A method that learns in rounds and usually gains so much that it is used where a {@link Contest} could not decide,
 * unless cross-validation clearly contradicts it: then the natural groups of the rows do not match the classes.
 */
public final class Expectation {

    private final Contest.Settings settings;

    private final boolean unsure;

    private final Contest.Contender baseline;

    private final Contest.Contender method;

    /**
     * @param settings without the check, the method is always used
     * @param unsure whether a few out-of-fold labels suffice to reject it, since its gain varies between tables
     * @param baseline the baseline
     * @param method the method expected to be better
     */
    public Expectation(final Contest.Settings settings, final boolean unsure, final Contest.Contender baseline,
        final Contest.Contender method) {
        this.settings = settings;
        this.unsure = unsure;
        this.baseline = baseline;
        this.method = method;
    }

    /** @see Contest#learn */
    public Learned learn(final DenseRows rows, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        return Subsample.learn(rows, labels, truth, this::decide, workers, progress);
    }

    private Learned decide(final DenseRows rows, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        final var folds = CrossValidation.of(labels, Contest.SEED);
        final var baselineTrial = Trial.start(baseline, rows, labels, folds, workers, progress.part(0, 0.1));
        final var finalFit = new FinalFit(settings,
            (labeled, start, result, cut) -> !settings.checked() ? Verdict.of(labeled, result, cut, false)
                : Verdict.expected(labeled, start, result, cut, unsure),
            Space.SAME, rows, labels, truth);
        if (labels.labeled().length == labels.size() || Arrays.stream(labels.counts()).filter(n -> n > 0).count() < 2) {
            return finalFit.baseline(baselineTrial, workers, progress.part(0.1, 1));
        }
        final var trial = Trial.start(method, rows, labels, folds, workers, progress.part(0.1, 0.15));
        final var rounds = progress.part(0.15, 0.75);
        for (var r = 1; folds.possible() && r <= settings.rounds() && r - trial.best() <= Contest.PATIENCE; r++) {
            trial.next(workers, rounds.part((r - 1.0) / settings.rounds(), (double)r / settings.rounds()));
        }
        final var count = folds.possible() ? trial.rounds().size() - 1
            : Math.min(Contest.ROUNDS_WITHOUT_VALIDATION, settings.rounds());
        return finalFit.best(baselineTrial, trial, folds.possible() ? trial.best() : count, count, workers,
            progress.part(0.75, 1));
    }
}

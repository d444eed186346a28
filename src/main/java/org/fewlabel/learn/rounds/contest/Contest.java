package org.fewlabel.learn.rounds.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import java.util.Optional;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.CrossValidation;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;

/**
 * Model selection for methods that learn in rounds, by cross-validation. First the baseline is selected: the first
 * candidate, unless another is clearly better. Then the best few run their rounds with early stopping, and the best
 * round of the best one is the result, if it passes the check against the baseline.
 */
public final class Contest {

    /**
     * The number of candidates, the best without unlabeled rows, that run their rounds if they differ in their learner.
     */
    public static final int FINALISTS = 2;

    /** The maximum number of unlabeled rows; of more a random sample is used. */
    public static final int MAX_UNLABELED = Subsample.MAX_UNLABELED;

    /** The fixed seed of the folds, so that the same table gives the same result. */
    static final long SEED = 0;

    /** The patience of early stopping, in rounds. */
    static final int PATIENCE = 3;

    /** The number of rounds without cross-validation. */
    static final int ROUNDS_WITHOUT_VALIDATION = 6;

    /** The lead, in standard errors, by which another candidate becomes the baseline. */
    private static final double CLEAR_LEAD = 1.5;

    /**
     * A candidate.
     *
     * @param name for the user
     * @param method that starts a course
     */
    public record Contender(String name, Course.Method method) {
    }

    /**
     * The settings by the user.
     *
     * @param rounds the maximum number of rounds, at least 1
     * @param checked whether the result must be better than the baseline
     * @param calibration of the confidences if there are enough labels
     */
    public record Settings(int rounds, boolean checked, CalibrationMethod calibration) {

        /** Up to ten rounds, with check and calibration. */
        public static final Settings DEFAULT = new Settings(10, true, CalibrationMethod.AUTOMATIC);

        /** @return the same with or without the check */
        public Settings with(final boolean otherChecked) {
            return new Settings(rounds, otherChecked, calibration);
        }

        /** @throws IllegalArgumentException if the number of rounds is below 1 */
        public Settings {
            if (rounds < 1) {
                throw new UserMessageException("There must be at least one round, not " + rounds + ".");
            }
        }
    }

    private final Settings settings;

    private final List<Contender> candidates;

    private final int finalists;

    private final Space space;

    /**
     * @param candidates at least one; the first is the robust one, the default without cross-validation
     * @param finalists the number of candidates that run their rounds
     */
    public Contest(final Settings settings, final List<Contender> candidates, final int finalists) {
        this(settings, candidates, finalists, Space.SAME);
    }

    /**
     * @param candidates at least one; the first is the robust one, the default without cross-validation
     * @param finalists the number of candidates that run their rounds
     * @param space in which rows are compared by distance
     */
    public Contest(final Settings settings, final List<Contender> candidates, final int finalists, final Space space) {
        this.settings = settings;
        this.candidates = List.copyOf(candidates);
        this.finalists = finalists;
        this.space = space;
    }

    /**
     * @param probabilities of all rows; may be empty
     * @param labels of the same rows
     * @return the probabilities of the rows used for training, in order: of all, unless they are very many
     */
    public static Optional<ClassProbabilities> used(final Optional<ClassProbabilities> probabilities,
        final Labels labels) {
        return probabilities.map(all -> all.select(Subsample.of(labels)));
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @param truth the true class of each row, -1 if unknown: for evaluating pseudo-labels only; {@code null} if they
     *            are not evaluated. It may have classes beyond those of the labels
     * @return the class probabilities of all rows and a classifier for new ones
     * @throws UserMessageException if the lengths differ, or no row is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Learned learn(final DenseRows rows, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        return Subsample.learn(rows, labels, truth, this::decide, workers, progress);
    }

    private Learned decide(final DenseRows rows, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        final var folds = CrossValidation.of(labels, SEED);
        final var validated = folds.possible();
        final var trials = new ArrayList<Trial>();
        for (final var candidate : validated ? candidates : candidates.subList(0, 1)) {
            trials.add(Trial.start(candidate, rows, labels, folds, workers, progress.part(0, 0.1)));
        }
        final var baselineTrial = baseline(trials);
        final var finalFit = new FinalFit(settings,
            (baseline, start, result, cut) -> Verdict.of(baseline, result, cut, settings.checked()), space, rows,
            labels,
            truth);
        if (labels.labeled().length == labels.size() || Arrays.stream(labels.counts()).filter(n -> n > 0).count() < 2) {
            return finalFit.baseline(baselineTrial, workers, progress.part(0.1, 1));
        }
        final var finalist = validated ? finalist(trials, workers, progress.part(0.1, 0.75)) : baselineTrial;
        final var count = validated ? finalist.rounds().size() - 1
            : Math.min(ROUNDS_WITHOUT_VALIDATION, settings.rounds);
        return finalFit.best(baselineTrial, finalist, validated ? finalist.best() : count, count, workers,
            progress.part(0.75, 1));
    }

    /** Selects the baseline. */
    private static Trial baseline(final List<Trial> trials) {
        final var first = trials.get(0);
        final var best = trials.stream().min(Comparator.comparingDouble(trial -> trial.base().loss())).orElse(first);
        return first.base().rows() >= Verdict.MIN_ROWS && best.base().lead(first.base()) > CLEAR_LEAD
            && best.base().won(first.base()) >= first.base().won(best.base()) ? best : first;
    }

    /** Runs the finalists and selects the one with the best round. */
    private Trial finalist(final List<Trial> trials, final Workers workers, final Progress progress) {
        final var best = trials.stream().sorted(Comparator.comparingDouble(trial -> trial.base().loss()))
            .limit(finalists).toList();
        for (var f = 0; f < best.size(); f++) {
            final var part = progress.part((double)f / best.size(), (f + 1.0) / best.size());
            final var trial = best.get(f);
            for (var r = 1; r <= settings.rounds && r - trial.best() <= PATIENCE; r++) {
                trial.next(workers, part.part((r - 1.0) / settings.rounds, (double)r / settings.rounds));
            }
        }
        return best.stream().min(Comparator.comparingDouble(trial -> trial.rounds().get(trial.best()).loss()))
            .orElseThrow();
    }
}

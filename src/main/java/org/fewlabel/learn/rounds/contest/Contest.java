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
 * Several ways of learning in rounds, judged by labels that they were not told. What the labeled rows alone give is
 * chosen first: by the first candidate, unless another is clearly better. Then the best few go through their rounds,
 * until no round of theirs has been better for a while, and the best round of the best one is the result, if it may be
 * trusted more than the labeled rows alone.
 */
public final class Contest {

    /**
     * How many candidates, the best without unlabeled rows, are worth trying with them if they differ in their learner.
     */
    public static final int FINALISTS = 2;

    /** More unlabeled rows are not learned from; of more, a random part is. */
    public static final int MOST_UNLABELED = Subsample.MOST_UNLABELED;

    /** divides the labels; fixed, so that the same table gives the same result */
    static final long SEED = 0;

    /** After so many rounds without a better one there are no more. */
    static final int PATIENCE = 3;

    /** How many rounds there are if nothing can be judged. */
    static final int UNJUDGED = 6;

    /** What another candidate must lead the first by, to tell in its place what the labeled rows alone give. */
    private static final double CLEAR_LEAD = 1.5;

    /**
     * A way of learning in rounds.
     *
     * @param name what the user calls it
     * @param method starts it
     */
    public record Contender(String name, Course.Method method) {
    }

    /**
     * What the user chose.
     *
     * @param rounds how many there may be, at least 1
     * @param doubted whether the result must prove better than the labeled rows alone
     * @param calibration how confidences are calibrated if there are enough labels
     */
    public record Settings(int rounds, boolean doubted, CalibrationMethod calibration) {

        /** Up to ten rounds, doubted and calibrated. */
        public static final Settings DEFAULT = new Settings(10, true, CalibrationMethod.AUTOMATIC);

        /** @return the same, doubted or not */
        public Settings with(final boolean otherDoubted) {
            return new Settings(rounds, otherDoubted, calibration);
        }

        /** @throws IllegalArgumentException if no round may be gone through */
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
     * @param candidates at least one; the first is the robust one, which stays if nothing can be judged
     * @param finalists how many of them go through their rounds
     */
    public Contest(final Settings settings, final List<Contender> candidates, final int finalists) {
        this(settings, candidates, finalists, Space.SAME);
    }

    /**
     * @param candidates at least one; the first is the robust one, which stays if nothing can be judged
     * @param finalists how many of them go through their rounds
     * @param space in which the rows can be compared
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
     * @return those of the rows that candidates are given, in their order: of all, unless they are very many
     */
    public static Optional<ClassProbabilities> used(final Optional<ClassProbabilities> probabilities,
        final Labels labels) {
        return probabilities.map(all -> all.select(Subsample.of(labels)));
    }

    /**
     * @param rows all rows, labeled or not
     * @param labels of the same rows; at least one is labeled
     * @param truth per row its true class, -1 if it is not known, to evaluate pseudo-labels with and for nothing else;
     *            {@code null} if they are not to be evaluated. May name classes behind those of the labels
     * @return the classes of all rows, and a classifier for others
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
        final var judged = folds.possible();
        final var trials = new ArrayList<Trial>();
        for (final var candidate : judged ? candidates : candidates.subList(0, 1)) {
            trials.add(Trial.start(candidate, rows, labels, folds, workers, progress.part(0, 0.1)));
        }
        final var base = base(trials);
        final var ending = new FinalFit(settings,
            (alone, start, result, cut) -> Verdict.of(alone, result, cut, settings.doubted()), space, rows, labels,
            truth);
        if (labels.labeled().length == labels.size() || Arrays.stream(labels.counts()).filter(n -> n > 0).count() < 2) {
            return ending.alone(base, workers, progress.part(0.1, 1));
        }
        final var finalist = judged ? finalist(trials, workers, progress.part(0.1, 0.75)) : base;
        final var count = judged ? finalist.rounds().size() - 1 : Math.min(UNJUDGED, settings.rounds);
        return ending.best(base, finalist, judged ? finalist.best() : count, count, workers, progress.part(0.75, 1));
    }

    /** What the labeled rows alone give best. */
    private static Trial base(final List<Trial> trials) {
        final var first = trials.get(0);
        final var best = trials.stream().min(Comparator.comparingDouble(trial -> trial.base().loss())).orElse(first);
        return first.base().rows() >= Verdict.MIN_ROWS && best.base().lead(first.base()) > CLEAR_LEAD
            && best.base().won(first.base()) >= first.base().won(best.base()) ? best : first;
    }

    /** The one with the best round. */
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

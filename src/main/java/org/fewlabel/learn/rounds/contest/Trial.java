package org.fewlabel.learn.rounds.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.CrossValidation;

/**
 * The cross-validation of a method by round: for each fold a course runs with the labels of the others, and the rows of
 * the fold are unlabeled rows like any other, so their labels do not leak.
 */
final class Trial {

    private final Contest.Contender candidate;

    private final Labels labels;

    private final CrossValidation folds;

    private final int[] evaluated;

    private final List<Course> courses = new ArrayList<>();

    private final List<HiddenLabelScores> rounds = new ArrayList<>();

    private Trial(final Contest.Contender candidate, final Labels labels, final CrossValidation folds) {
        this.candidate = candidate;
        this.labels = labels;
        this.folds = folds;
        final var foldCount = folds.rounds(labels);
        this.evaluated = Arrays.stream(labels.labeled())
            .filter(row -> folds.fold()[row] >= 0 && folds.fold()[row] < foldCount)
            .toArray();
    }

    /**
     * Evaluates the classifiers of the labeled rows only.
     *
     * @param folds of the labels; possibly none
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static Trial start(final Contest.Contender candidate, final DenseRows rows, final Labels labels,
        final CrossValidation folds, final Workers workers, final Progress progress) {
        final var trial = new Trial(candidate, labels, folds);
        for (var f = 0; f < folds.rounds(labels); f++) {
            progress.checkCanceled();
            trial.courses.add(candidate.method().start(rows, folds.without(labels, f), workers, progress.part(0, 0)));
        }
        trial.rounds.add(trial.outOfFold());
        return trial;
    }

    /** Runs and evaluates another round, if there are folds. */
    void next(final Workers workers, final Progress progress) {
        for (var f = 0; f < courses.size(); f++) {
            progress.report((double)f / courses.size(), "Cross-validating round " + rounds.size());
            courses.get(f).next(workers, progress.part(0, 0));
        }
        rounds.add(outOfFold());
    }

    private HiddenLabelScores outOfFold() {
        final var classes = labels.classes().size();
        final var predicted = new double[evaluated.length * classes];
        for (var f = 0; f < courses.size(); f++) {
            final var all = courses.get(f).probabilities();
            for (var i = 0; i < evaluated.length; i++) {
                if (folds.fold()[evaluated[i]] == f) {
                    all.copyRow(evaluated[i], predicted, i);
                }
            }
        }
        return HiddenLabelScores.of(labels.select(evaluated).codes(), new ClassProbabilities(classes, predicted));
    }

    Contest.Contender candidate() {
        return candidate;
    }

    /** @return the labeled rows in folds */
    int[] evaluated() {
        return evaluated;
    }

    /** @return the out-of-fold predictions at the start, then after each round */
    List<HiddenLabelScores> rounds() {
        return rounds;
    }

    /** @return the out-of-fold predictions at the start */
    HiddenLabelScores base() {
        return rounds.get(0);
    }

    /** @return the number of the round with the smallest loss, the first in case of ties; 0 without rounds */
    int best() {
        var best = Math.min(1, rounds.size() - 1);
        for (var r = best + 1; r < rounds.size(); r++) {
            best = rounds.get(r).loss() < rounds.get(best).loss() ? r : best;
        }
        return best;
    }
}

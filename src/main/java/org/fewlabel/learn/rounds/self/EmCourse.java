package org.fewlabel.learn.rounds.self;

import java.util.Arrays;

import java.util.Optional;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.rounds.contest.Course;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.BaseLearner;

/**
 * Expectation maximization round by round: every unlabeled row counts for every class, by how probable the class is.
 * There is no harm in a row having a part in its own probabilities: it counts for no class more than was probable.
 */
final class EmCourse implements Course {

    private final DenseRows rows;

    private final Labels labels;

    private final int classes;

    private final double weight;

    private final BaseLearner learner;

    private final int steps;

    private final int[] unlabeled;

    private Classifier model;

    /** Of the unlabeled rows. */
    private ClassProbabilities said;

    /** Of all rows; empty once they are used up. */
    private Optional<ClassProbabilities> guesses;

    /**
     * @param weight how much an unlabeled row counts, above 0, at most 1
     * @param learner draws nothing at random
     * @param steps of a round
     * @param guesses of all rows for the first round; where they are NaN, or empty, the learner's own count
     */
    EmCourse(final DenseRows rows, final Labels labels, final double weight, final BaseLearner learner, final int steps,
        final Optional<ClassProbabilities> guesses, final Workers workers, final Progress progress) {
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.weight = weight;
        this.learner = learner;
        this.steps = steps;
        this.guesses = guesses;
        this.unlabeled = labels.unlabeled();
        learn(TrainingLabels.of(labels), workers, progress);
    }

    private void learn(final TrainingLabels targets, final Workers workers, final Progress progress) {
        model = learner.fit(rows, targets, 0, workers, progress);
        said = model.predict(rows.select(unlabeled), workers, progress);
    }

    @Override
    public ClassProbabilities probabilities() {
        return new ClassProbabilities(classes, all(1));
    }

    /** Labeled rows count 1 for their class. */
    private double[] all(final double ofUnlabeled) {
        final var all = TrainingLabels.of(labels).masses().clone();
        for (var i = 0; i < unlabeled.length; i++) {
            for (var c = 0; c < classes; c++) {
                all[unlabeled[i] * classes + c] = ofUnlabeled * said.get(i, c);
            }
        }
        return all;
    }

    /** In the first round somebody else's guesses come before the own ones. */
    private void begin() {
        if (guesses.isEmpty()) {
            return;
        }
        final var theirs = guesses.get();
        final var first = said.values().clone();
        for (var i = 0; i < unlabeled.length; i++) {
            if (theirs.isPredicted(unlabeled[i])) {
                theirs.copyRow(unlabeled[i], first, i);
            }
        }
        said = new ClassProbabilities(classes, first);
        guesses = Optional.empty();
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        begin();
        final var codes = new int[labels.size()];
        Arrays.fill(codes, Labels.UNLABELED);
        final var weights = new double[codes.length];
        final var predicted = said.argmax();
        for (var i = 0; i < unlabeled.length; i++) {
            codes[unlabeled[i]] = predicted[i];
            weights[unlabeled[i]] = weight * said.get(i, predicted[i]);
        }
        final var thresholds = new double[classes];
        Arrays.fill(thresholds, Double.NaN);
        for (var step = 0; step < steps; step++) {
            learn(new TrainingLabels(classes, all(weight)), workers, progress);
        }
        return new Step(codes, weights, thresholds);
    }

    @Override
    public Classifier classifier(final Workers workers, final Progress progress) {
        return model;
    }
}

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
 * Soft EM in rounds: in the M step every unlabeled row is used for every class, weighted by the class probability of
 * the E step. That a row takes part in its own prediction is harmless, since its weight for a class is never above the
 * class probability.
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

    /** The probabilities of the unlabeled rows. */
    private ClassProbabilities predicted;

    /** The initial probabilities of all rows; empty after the first round. */
    private Optional<ClassProbabilities> initial;

    /**
     * @param weight the weight of an unlabeled row, above 0, at most 1
     * @param learner without randomness
     * @param steps the number of EM iterations per round
     * @param initial the probabilities of all rows for the first round; where NaN or empty, those of the learner
     */
    EmCourse(final DenseRows rows, final Labels labels, final double weight, final BaseLearner learner, final int steps,
        final Optional<ClassProbabilities> initial, final Workers workers, final Progress progress) {
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.weight = weight;
        this.learner = learner;
        this.steps = steps;
        this.initial = initial;
        this.unlabeled = labels.unlabeled();
        mStep(TrainingLabels.of(labels), workers, progress);
    }

    private void mStep(final TrainingLabels targets, final Workers workers, final Progress progress) {
        model = learner.fit(rows, targets, 0, workers, progress);
        predicted = model.predict(rows.select(unlabeled), workers, progress);
    }

    @Override
    public ClassProbabilities probabilities() {
        return new ClassProbabilities(classes, masses(1));
    }

    /** Returns the weights of all rows for all classes: 1 for the class of labeled rows. */
    private double[] masses(final double ofUnlabeled) {
        final var masses = TrainingLabels.of(labels).masses().clone();
        for (var i = 0; i < unlabeled.length; i++) {
            for (var c = 0; c < classes; c++) {
                masses[unlabeled[i] * classes + c] = ofUnlabeled * predicted.get(i, c);
            }
        }
        return masses;
    }

    /** Replaces the learner's predictions by the initial ones in the first round. */
    private void useInitial() {
        if (initial.isEmpty()) {
            return;
        }
        final var theirs = initial.get();
        final var first = predicted.values().clone();
        for (var i = 0; i < unlabeled.length; i++) {
            if (theirs.isPredicted(unlabeled[i])) {
                theirs.copyRow(unlabeled[i], first, i);
            }
        }
        predicted = new ClassProbabilities(classes, first);
        initial = Optional.empty();
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        useInitial();
        final var codes = new int[labels.size()];
        Arrays.fill(codes, Labels.UNLABELED);
        final var weights = new double[codes.length];
        final var pseudoLabels = predicted.argmax();
        for (var i = 0; i < unlabeled.length; i++) {
            codes[unlabeled[i]] = pseudoLabels[i];
            weights[unlabeled[i]] = weight * predicted.get(i, pseudoLabels[i]);
        }
        final var thresholds = new double[classes];
        Arrays.fill(thresholds, Double.NaN);
        for (var step = 0; step < steps; step++) {
            mStep(new TrainingLabels(classes, masses(weight)), workers, progress);
        }
        return new Step(codes, weights, thresholds);
    }

    @Override
    public Classifier classifier(final Workers workers, final Progress progress) {
        return model;
    }
}

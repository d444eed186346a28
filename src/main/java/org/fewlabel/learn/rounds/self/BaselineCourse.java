package org.fewlabel.learn.rounds.self;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.rounds.contest.Course;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.BaseLearner;

/** The baseline as a course: trained on the labeled rows only, it stays the same in every round. */
final class BaselineCourse implements Course {

    private final Classifier model;

    private final ClassProbabilities predicted;

    BaselineCourse(final DenseRows rows, final Labels labels, final BaseLearner learner, final long seed,
        final Workers workers, final Progress progress) {
        final var classes = labels.classes().size();
        model = learner.fit(rows, TrainingLabels.of(labels), seed, workers, progress);
        final var all = model.predict(rows, workers, progress).values().clone();
        final var known = TrainingLabels.of(labels).masses();
        for (final var row : labels.labeled()) {
            System.arraycopy(known, row * classes, all, row * classes, classes);
        }
        predicted = new ClassProbabilities(classes, all);
    }

    @Override
    public ClassProbabilities probabilities() {
        return predicted;
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        final var codes = new int[predicted.rows()];
        Arrays.fill(codes, Labels.UNLABELED);
        final var thresholds = new double[predicted.classes()];
        Arrays.fill(thresholds, Double.NaN);
        return new Step(codes, new double[codes.length], thresholds);
    }

    @Override
    public Classifier classifier(final Workers workers, final Progress progress) {
        return model;
    }
}

package org.fewlabel.learn.label.self;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.label.Classifier;
import org.fewlabel.learn.label.Targets;
import org.fewlabel.learn.label.base.BaseLearner;
import org.fewlabel.learn.label.rounds.Course;

/** What the labelled rows alone give, round after round: it stands for them in a contest of ways that learn more. */
final class StillCourse implements Course {

    private final Classifier model;

    private final double[] said;

    private final int classes;

    StillCourse(final DenseRows rows, final Labels labels, final BaseLearner learner, final long seed,
        final Workers workers, final Progress progress) {
        classes = labels.classes().size();
        model = learner.fit(rows, Targets.of(labels), seed, workers, progress);
        said = model.predict(rows, workers, progress);
        final var known = Targets.of(labels).masses();
        for (final var row : labels.labelled()) {
            System.arraycopy(known, row * classes, said, row * classes, classes);
        }
    }

    @Override
    public double[] probabilities() {
        return said.clone();
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        final var codes = new int[said.length / classes];
        Arrays.fill(codes, Labels.UNLABELLED);
        final var thresholds = new double[classes];
        Arrays.fill(thresholds, Double.NaN);
        return new Step(codes, new double[codes.length], thresholds);
    }

    @Override
    public Classifier classifier(final Workers workers, final Progress progress) {
        return model;
    }
}

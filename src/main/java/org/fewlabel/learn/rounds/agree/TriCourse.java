package org.fewlabel.learn.rounds.agree;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;
import org.fewlabel.learn.rounds.contest.Course;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.MixtureClassifier;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.BaseLearner;

/**
 * Tri-training round by round (see {@link TriTraining}). A draw with replacement is made class by class, as of a few
 * labels one would often miss a class.
 */
final class TriCourse implements Course {

    private static final int THREE = 3;

    private final DenseRows rows;

    private final Labels labels;

    private final int classes;

    private final BaseLearner learner;

    private final SplittableRandom random;

    private final int[] unlabeled;

    private final Classifier start;

    /** The three; null before the first round. */
    private Classifier[] models;

    /** What each says of all rows. */
    private final ClassProbabilities[] said = new ClassProbabilities[THREE];

    private final ClassProbabilities startSaid;

    /** Per classifier the error of the other two when it last learned from them. */
    private final double[] errors = {0.5, 0.5, 0.5};

    /** Per classifier how many rows it last learned from them. */
    private final int[] taught = new int[THREE];

    /** Per classifier and row its pseudo-label, -1 for none. */
    private final int[][] lessons = new int[THREE][];

    TriCourse(final DenseRows rows, final Labels labels, final BaseLearner learner, final long seed,
        final Workers workers, final Progress progress) {
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.learner = learner;
        this.random = new SplittableRandom(seed);
        this.unlabeled = labels.unlabeled();
        this.start = learner.fit(rows, TrainingLabels.of(labels), seed, workers, progress);
        this.startSaid = start.predict(rows, workers, progress);
        for (var i = 0; i < THREE; i++) {
            lessons[i] = nothing();
        }
    }

    private int[] nothing() {
        final var nothing = new int[labels.size()];
        Arrays.fill(nothing, Labels.UNLABELED);
        return nothing;
    }

    @Override
    public ClassProbabilities probabilities() {
        final var all = TrainingLabels.of(labels).masses().clone();
        for (final var row : unlabeled) {
            for (var at = row * classes; at < (row + 1) * classes; at++) {
                all[at] = models == null ? startSaid.values()[at]
                    : (said[0].values()[at] + said[1].values()[at] + said[2].values()[at]) / THREE;
            }
        }
        return new ClassProbabilities(classes, all);
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        if (models == null) {
            models = new Classifier[THREE];
            for (var i = 0; i < THREE; i++) {
                learn(i, draw(), workers, progress);
            }
        }
        final var predicted = new int[THREE][];
        Arrays.setAll(predicted, i -> said[i].argmax());
        final var next = new int[THREE][];
        for (var i = 0; i < THREE; i++) {
            next[i] = lesson(i, predicted[(i + 1) % THREE], predicted[(i + 2) % THREE]);
        }
        for (var i = 0; i < THREE; i++) {
            if (next[i] != null) {
                lessons[i] = next[i];
                learn(i, taught(next[i]), workers, progress);
            }
        }
        return step();
    }

    private void learn(final int i, final TrainingLabels targets, final Workers workers, final Progress progress) {
        models[i] = learner.fit(rows, targets, random.nextLong(), workers, progress);
        said[i] = models[i].predict(rows, workers, progress);
    }

    /** The labeled rows, drawn with replacement. */
    private TrainingLabels draw() {
        final var masses = new double[labels.size() * classes];
        for (var c = 0; c < classes; c++) {
            final var code = c;
            final var own = Arrays.stream(labels.labeled()).filter(row -> labels.codes()[row] == code).toArray();
            for (var i = 0; i < own.length; i++) {
                masses[own[random.nextInt(own.length)] * classes + c]++;
            }
        }
        return new TrainingLabels(classes, masses);
    }

    private TrainingLabels taught(final int[] lesson) {
        final var codes = labels.codes().clone();
        for (final var row : unlabeled) {
            codes[row] = lesson[row];
        }
        final var ones = new double[codes.length];
        Arrays.fill(ones, 1);
        return TrainingLabels.of(codes, ones, classes);
    }

    /**
     * The condition of the paper (figure 1): the more rows the other two teach, the more mistakes among them are made
     * up for.
     *
     * @return per row its pseudo-label, -1 for none; {@code null} if the classifier is not to learn again
     */
    private int[] lesson(final int i, final int[] one, final int[] other) {
        final var error = TriTraining.error(labels.codes(), one, other);
        if (!(error < errors[i])) {
            return null;
        }
        final var agreed = Arrays.stream(unlabeled).filter(row -> one[row] >= 0 && one[row] == other[row]).toArray();
        final var most = TriTraining.most(error, errors[i], taught[i], agreed.length);
        if (most == 0) {
            return null;
        }
        final var lesson = nothing();
        for (final var row : Shuffle.first(agreed, most, random)) {
            lesson[row] = one[row];
        }
        errors[i] = error;
        taught[i] = most;
        return lesson;
    }

    /** A row that two of the three were taught counts two thirds. */
    private Step step() {
        final var codes = nothing();
        final var weights = new double[codes.length];
        for (final var row : unlabeled) {
            for (final var lesson : lessons) {
                codes[row] = lesson[row] >= 0 ? lesson[row] : codes[row];
                weights[row] += lesson[row] >= 0 ? 1.0 / THREE : 0;
            }
        }
        final var thresholds = new double[classes];
        Arrays.fill(thresholds, Double.NaN);
        return new Step(codes, weights, thresholds);
    }

    @Override
    public Classifier classifier(final Workers workers, final Progress progress) {
        return models == null ? start
            : new MixtureClassifier(List.of(models), new double[]{1, 1, 1}, new double[]{1, 1, 1}, 1);
    }
}

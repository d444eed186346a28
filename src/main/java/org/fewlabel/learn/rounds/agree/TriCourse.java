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
 * Tri-training in rounds (see {@link TriTraining}). Bootstrap samples are stratified by class, since a sample of a few
 * labels would often miss a class.
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

    /** The three classifiers; null before the first round. */
    private Classifier[] models;

    /** The probabilities of all rows by each classifier. */
    private final ClassProbabilities[] predicted = new ClassProbabilities[THREE];

    private final ClassProbabilities startPredicted;

    /** Per classifier the error of the other two when it was last trained by them. */
    private final double[] errors = {0.5, 0.5, 0.5};

    /** Per classifier the number of pseudo-labels on which it was last trained. */
    private final int[] taughtCounts = new int[THREE];

    /** Per classifier and row its pseudo-label, -1 for none. */
    private final int[][] pseudoLabels = new int[THREE][];

    TriCourse(final DenseRows rows, final Labels labels, final BaseLearner learner, final long seed,
        final Workers workers, final Progress progress) {
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.learner = learner;
        this.random = new SplittableRandom(seed);
        this.unlabeled = labels.unlabeled();
        this.start = learner.fit(rows, TrainingLabels.of(labels), seed, workers, progress);
        this.startPredicted = start.predict(rows, workers, progress);
        for (var i = 0; i < THREE; i++) {
            pseudoLabels[i] = noLabels();
        }
    }

    private int[] noLabels() {
        final var noLabels = new int[labels.size()];
        Arrays.fill(noLabels, Labels.UNLABELED);
        return noLabels;
    }

    @Override
    public ClassProbabilities probabilities() {
        final var all = TrainingLabels.of(labels).masses().clone();
        for (final var row : unlabeled) {
            for (var at = row * classes; at < (row + 1) * classes; at++) {
                all[at] = models == null ? startPredicted.values()[at]
                    : (predicted[0].values()[at] + predicted[1].values()[at] + predicted[2].values()[at]) / THREE;
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
        final var predictedClasses = new int[THREE][];
        Arrays.setAll(predictedClasses, i -> predicted[i].argmax());
        final var nextLabels = new int[THREE][];
        for (var i = 0; i < THREE; i++) {
            nextLabels[i] = pseudoLabelsOf(i, predictedClasses[(i + 1) % THREE], predictedClasses[(i + 2) % THREE]);
        }
        for (var i = 0; i < THREE; i++) {
            if (nextLabels[i] != null) {
                pseudoLabels[i] = nextLabels[i];
                learn(i, targets(nextLabels[i]), workers, progress);
            }
        }
        return step();
    }

    private void learn(final int i, final TrainingLabels targets, final Workers workers, final Progress progress) {
        models[i] = learner.fit(rows, targets, random.nextLong(), workers, progress);
        predicted[i] = models[i].predict(rows, workers, progress);
    }

    /** Draws a bootstrap sample of the labeled rows. */
    private TrainingLabels draw() {
        final var masses = new double[labels.size() * classes];
        for (var c = 0; c < classes; c++) {
            final var code = c;
            final var ofClass = Arrays.stream(labels.labeled()).filter(row -> labels.codes()[row] == code).toArray();
            for (var i = 0; i < ofClass.length; i++) {
                masses[ofClass[random.nextInt(ofClass.length)] * classes + c]++;
            }
        }
        return new TrainingLabels(classes, masses);
    }

    private TrainingLabels targets(final int[] newLabels) {
        final var codes = labels.codes().clone();
        for (final var row : unlabeled) {
            codes[row] = newLabels[row];
        }
        final var ones = new double[codes.length];
        Arrays.fill(ones, 1);
        return TrainingLabels.of(codes, ones, classes);
    }

    /**
     * Computes the pseudo-labels of a classifier under the condition of the paper (figure 1): the more pseudo-labels,
     * the more errors among them are compensated.
     *
     * @return the pseudo-label of each row, -1 for none; {@code null} if the classifier is not trained again
     */
    private int[] pseudoLabelsOf(final int i, final int[] one, final int[] other) {
        final var error = TriTraining.error(labels.codes(), one, other);
        if (!(error < errors[i])) {
            return null;
        }
        final var agreed = Arrays.stream(unlabeled).filter(row -> one[row] >= 0 && one[row] == other[row]).toArray();
        final var count = TriTraining.maxPseudoLabels(error, errors[i], taughtCounts[i], agreed.length);
        if (count == 0) {
            return null;
        }
        final var newLabels = noLabels();
        for (final var row : Shuffle.first(agreed, count, random)) {
            newLabels[row] = one[row];
        }
        errors[i] = error;
        taughtCounts[i] = count;
        return newLabels;
    }

    /** Combines the pseudo-labels: a row that two of the three use has the weight 2/3. */
    private Step step() {
        final var codes = noLabels();
        final var weights = new double[codes.length];
        for (final var row : unlabeled) {
            for (final var ofOne : pseudoLabels) {
                codes[row] = ofOne[row] >= 0 ? ofOne[row] : codes[row];
                weights[row] += ofOne[row] >= 0 ? 1.0 / THREE : 0;
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

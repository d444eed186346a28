package org.fewlabel.learn.rounds.agree;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.rounds.contest.Course;
import org.fewlabel.learn.rounds.self.GraphStart;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.View;
import org.fewlabel.learn.supervised.ViewsClassifier;
import org.fewlabel.learn.supervised.base.BaseLearner;

/**
 * Co-EM in rounds (Nigam and Ghani, Analyzing the effectiveness and applicability of co-training, 2000): each of two
 * classifiers is trained on all unlabeled rows, weighted by the class probabilities of the other. For texts this is
 * better than exchanging the most confident pseudo-labels only, which contain the same few words again and again.
 */
final class CoEmCourse implements Course {

    /** The number of iterations of both classifiers per round. */
    private static final int STEPS = 3;

    private static final double[] NO_SCALING = {1, 1};

    private final DenseRows rows;

    private final Labels labels;

    private final int classes;

    private final List<View> views;

    private final List<DenseRows> viewRows;

    private final Learners learners;

    private final double weight;

    private final Classifier start;

    private final Classifier[] models = new Classifier[2];

    /** The probabilities of all rows: of the start classifier, then the combined ones. */
    private ClassProbabilities combined;

    /** The probabilities on which the first view is trained next. */
    private ClassProbabilities nextPredicted;

    /**
     * @param weight the weight of an unlabeled row, above 0, at most 1
     * @param initial the probabilities on which the first view is trained in the first round
     */
    CoEmCourse(final DenseRows rows, final Labels labels, final List<View> views, final Learners learners,
        final double weight, final GraphStart initial, final Workers workers, final Progress progress) {
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.views = views;
        this.viewRows = views.stream().map(view -> view.of(rows)).toList();
        this.learners = learners;
        this.weight = weight;
        this.start = learners.all().fit(rows, TrainingLabels.of(labels), 0, workers, progress);
        this.combined = start.predict(rows, workers, progress);
        this.nextPredicted = initial.probabilities(rows, labels, workers, progress);
    }

    @Override
    public ClassProbabilities probabilities() {
        return new ClassProbabilities(classes, masses(combined, 1));
    }

    /**
     * Returns the weights of all rows for all classes: 1 for the class of labeled rows, scaled probabilities for
     * others.
     */
    private double[] masses(final ClassProbabilities predicted, final double ofUnlabeled) {
        final var all = TrainingLabels.of(labels).masses().clone();
        for (var row = 0; row < labels.size(); row++) {
            for (var c = 0; c < classes && labels.codes()[row] < 0; c++) {
                all[row * classes + c] = ofUnlabeled * predicted.get(row, c);
            }
        }
        return all;
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        final var codes = new int[labels.size()];
        Arrays.fill(codes, Labels.UNLABELED);
        final var weights = new double[codes.length];
        final var predicted = models[0] == null ? nextPredicted : combined;
        final var pseudoLabels = predicted.argmax();
        IntStream.range(0, codes.length).filter(row -> labels.codes()[row] < 0).forEach(row -> {
            codes[row] = pseudoLabels[row];
            weights[row] = weight * predicted.get(row, pseudoLabels[row]);
        });
        for (var step = 0; step < STEPS; step++) {
            final var first = learn(0, nextPredicted, workers, progress);
            nextPredicted = learn(1, first, workers, progress);
            combined = ViewsClassifier.combined(first, nextPredicted);
        }
        final var thresholds = new double[classes];
        Arrays.fill(thresholds, Double.NaN);
        return new Step(codes, weights, thresholds);
    }

    private ClassProbabilities learn(final int v, final ClassProbabilities predicted, final Workers workers,
        final Progress progress) {
        final BaseLearner learner = learners.ofViews().get(v);
        models[v] = learner.fit(viewRows.get(v), new TrainingLabels(classes, masses(predicted, weight)), 0, workers,
            progress);
        return models[v].predict(viewRows.get(v), workers, progress);
    }

    @Override
    public Classifier classifier(final Workers workers, final Progress progress) {
        return models[0] == null ? start
            : new ViewsClassifier(rows.columns(), rows.words().columns(), List.of(models), views, NO_SCALING);
    }
}

package org.fewlabel.learn.rounds.agree;

import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.rounds.contest.Course;
import org.fewlabel.learn.rounds.select.Calibration;
import org.fewlabel.learn.rounds.select.Selection;
import org.fewlabel.learn.rounds.select.Selector;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.Temperature;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.View;
import org.fewlabel.learn.supervised.ViewsClassifier;

/**
 * Co-training in rounds (see {@link CoTraining}). Each of two classifiers is trained on the confident predictions of
 * the other, so none confirms itself. All pseudo-labels are computed anew every round, from calibrated confidences.
 */
final class CoCourse implements Course {

    /** The maximum weight of a pseudo-labeled row. */
    private static final double MAX_WEIGHT = 0.5;

    private final DenseRows rows;

    private final Labels labels;

    private final int classes;

    private final List<View> views;

    private final List<DenseRows> viewRows;

    private final Learners learners;

    private final Selector.Maker selectors;

    private final long seed;

    private final int[] unlabeled;

    private final Classifier start;

    private final ClassProbabilities startPredicted;

    // of the two views; null before the first round, which not every course reaches
    private Classifier[] models;

    private Selector[] selector;

    private double[] temperatures;

    /** Per view the calibrated probabilities of the unlabeled rows. */
    private final ClassProbabilities[] predicted = new ClassProbabilities[2];

    private int round;

    /** @param views of the rows */
    CoCourse(final DenseRows rows, final Labels labels, final List<View> views, final Learners learners,
        final Selector.Maker selectors, final long seed, final Workers workers, final Progress progress) {
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.views = views;
        this.viewRows = views.stream().map(view -> view.of(rows)).toList();
        this.learners = learners;
        this.selectors = selectors;
        this.seed = seed;
        this.unlabeled = labels.unlabeled();
        this.start = learners.all().fit(rows, TrainingLabels.of(labels), seed, workers, progress);
        this.startPredicted = start.predict(rows.select(unlabeled), workers, progress);
    }

    @Override
    public ClassProbabilities probabilities() {
        final var probabilities = TrainingLabels.of(labels).masses().clone();
        final var ofUnlabeled = models == null ? startPredicted : ViewsClassifier.combined(predicted[0], predicted[1]);
        for (var i = 0; i < unlabeled.length; i++) {
            ofUnlabeled.copyRow(i, probabilities, unlabeled[i]);
        }
        return new ClassProbabilities(classes, probabilities);
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        if (models == null) {
            initialize(workers, progress);
        }
        round++;
        final var selections = new Selection[2];
        Arrays.setAll(selections, v -> selector[v].select(predicted[v]));
        for (var v = 0; v < 2; v++) {
            learn(v, targets(selections[1 - v]), workers, progress.part(0.5 * v, 0.5 * (v + 1)));
        }
        return step(selections);
    }

    private void initialize(final Workers workers, final Progress progress) {
        models = new Classifier[2];
        selector = new Selector[2];
        temperatures = new double[2];
        for (var v = 0; v < 2; v++) {
            temperatures[v] = Calibration.temperature(viewRows.get(v), labels, learners.ofViews().get(v), seed, workers,
                progress);
            selector[v] = selectors.of(viewRows.get(v), labels, workers, progress);
            learn(v, TrainingLabels.of(labels), workers, progress);
        }
    }

    private void learn(final int v, final TrainingLabels targets, final Workers workers, final Progress progress) {
        models[v] = learners.ofViews().get(v).fit(viewRows.get(v), targets, seed + 2L * round + v, workers, progress);
        predicted[v] = Temperature.apply(models[v].predict(viewRows.get(v).select(unlabeled), workers, progress),
            temperatures[v]);
    }

    private TrainingLabels targets(final Selection selection) {
        final var codes = labels.codes().clone();
        final var weights = new double[codes.length];
        Arrays.fill(weights, 1);
        for (var i = 0; i < unlabeled.length; i++) {
            codes[unlabeled[i]] = selection.codes()[i];
            weights[unlabeled[i]] = MAX_WEIGHT * selection.weights()[i];
        }
        return TrainingLabels.of(codes, weights, classes);
    }

    /** Combines both selections: of two pseudo-labels the more confident one, and the mean of the thresholds. */
    private Step step(final Selection[] selections) {
        final var codes = new int[labels.size()];
        Arrays.fill(codes, Labels.UNLABELED);
        final var weights = new double[codes.length];
        for (var i = 0; i < unlabeled.length; i++) {
            final var moreConfident = selections[selections[1].weights()[i] > selections[0].weights()[i] ? 1 : 0];
            codes[unlabeled[i]] = moreConfident.codes()[i];
            weights[unlabeled[i]] = (selections[0].weights()[i] + selections[1].weights()[i]) / 2;
        }
        final var thresholds = new double[classes];
        Arrays.setAll(thresholds, c -> (selections[0].thresholds()[c] + selections[1].thresholds()[c]) / 2);
        return new Step(codes, weights, thresholds);
    }

    @Override
    public Classifier classifier(final Workers workers, final Progress progress) {
        return models == null ? start
            : new ViewsClassifier(rows.columns(), wordCount(), List.of(models), views, temperatures);
    }

    private int wordCount() {
        return views.stream().anyMatch(View::ofTexts) ? rows.words().columns() : 0;
    }
}

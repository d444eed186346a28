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
 * Co-training round by round (see {@link CoTraining}). Each of two classifiers learns from what the other is sure of,
 * so none repeats itself. All pseudo-labels are made anew every round, from confidences that mean what they say.
 */
final class CoCourse implements Course {

    /** How much a pseudo-labeled row counts at most. */
    private static final double MOST_WEIGHT = 0.5;

    private final DenseRows rows;

    private final Labels labels;

    private final int classes;

    private final List<View> views;

    private final List<DenseRows> seen;

    private final Learners learners;

    private final Selector.Maker selectors;

    private final long seed;

    private final int[] unlabeled;

    private final Classifier start;

    private final ClassProbabilities startSaid;

    // of the two views; null before the first round, which not every run comes to
    private Classifier[] models;

    private Selector[] selector;

    private double[] temperatures;

    /** Per view, of the unlabeled rows, at the view's temperature. */
    private final ClassProbabilities[] said = new ClassProbabilities[2];

    private int round;

    /** @param views of the rows */
    CoCourse(final DenseRows rows, final Labels labels, final List<View> views, final Learners learners,
        final Selector.Maker selectors, final long seed, final Workers workers, final Progress progress) {
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.views = views;
        this.seen = views.stream().map(view -> view.of(rows)).toList();
        this.learners = learners;
        this.selectors = selectors;
        this.seed = seed;
        this.unlabeled = labels.unlabeled();
        this.start = learners.all().fit(rows, TrainingLabels.of(labels), seed, workers, progress);
        this.startSaid = start.predict(rows.select(unlabeled), workers, progress);
    }

    @Override
    public ClassProbabilities probabilities() {
        final var all = TrainingLabels.of(labels).masses().clone();
        final var ofUnlabeled = models == null ? startSaid : ViewsClassifier.joined(said[0], said[1]);
        for (var i = 0; i < unlabeled.length; i++) {
            ofUnlabeled.copyRow(i, all, unlabeled[i]);
        }
        return new ClassProbabilities(classes, all);
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        if (models == null) {
            begin(workers, progress);
        }
        round++;
        final var selections = new Selection[2];
        Arrays.setAll(selections, v -> selector[v].select(said[v]));
        for (var v = 0; v < 2; v++) {
            learn(v, targets(selections[1 - v]), workers, progress.part(0.5 * v, 0.5 * (v + 1)));
        }
        return step(selections);
    }

    private void begin(final Workers workers, final Progress progress) {
        models = new Classifier[2];
        selector = new Selector[2];
        temperatures = new double[2];
        for (var v = 0; v < 2; v++) {
            temperatures[v] = Calibration.temperature(seen.get(v), labels, learners.ofViews().get(v), seed, workers,
                progress);
            selector[v] = selectors.of(seen.get(v), labels, workers, progress);
            learn(v, TrainingLabels.of(labels), workers, progress);
        }
    }

    private void learn(final int v, final TrainingLabels targets, final Workers workers, final Progress progress) {
        models[v] = learners.ofViews().get(v).fit(seen.get(v), targets, seed + 2L * round + v, workers, progress);
        said[v] = Temperature.apply(models[v].predict(seen.get(v).select(unlabeled), workers, progress),
            temperatures[v]);
    }

    private TrainingLabels targets(final Selection selection) {
        final var codes = labels.codes().clone();
        final var weights = new double[codes.length];
        Arrays.fill(weights, 1);
        for (var i = 0; i < unlabeled.length; i++) {
            codes[unlabeled[i]] = selection.codes()[i];
            weights[unlabeled[i]] = MOST_WEIGHT * selection.weights()[i];
        }
        return TrainingLabels.of(codes, weights, classes);
    }

    /** Of a row that both views label the surer label is told, and a threshold is the mean of both. */
    private Step step(final Selection[] selections) {
        final var codes = new int[labels.size()];
        Arrays.fill(codes, Labels.UNLABELED);
        final var weights = new double[codes.length];
        for (var i = 0; i < unlabeled.length; i++) {
            final var surer = selections[selections[1].weights()[i] > selections[0].weights()[i] ? 1 : 0];
            codes[unlabeled[i]] = surer.codes()[i];
            weights[unlabeled[i]] = (selections[0].weights()[i] + selections[1].weights()[i]) / 2;
        }
        final var thresholds = new double[classes];
        Arrays.setAll(thresholds, c -> (selections[0].thresholds()[c] + selections[1].thresholds()[c]) / 2);
        return new Step(codes, weights, thresholds);
    }

    @Override
    public Classifier classifier(final Workers workers, final Progress progress) {
        return models == null ? start
            : new ViewsClassifier(rows.columns(), wordsSeen(), List.of(models), views, temperatures);
    }

    private int wordsSeen() {
        return views.stream().anyMatch(View::ofTexts) ? rows.words().columns() : 0;
    }
}

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
 * Co-EM round by round (Nigam and Ghani, Analyzing the effectiveness and applicability of co-training, 2000): each of
 * two classifiers learns all unlabeled rows by how probable the other thinks the classes are. Of texts that is better
 * than to exchange the surest guesses alone: these are of the same few words over and over.
 */
final class CoEmCourse implements Course {

    /** Of both classifiers in a round. */
    private static final int STEPS = 3;

    private static final double[] AS_THEY_ARE = {1, 1};

    private final DenseRows rows;

    private final Labels labels;

    private final int classes;

    private final List<View> views;

    private final List<DenseRows> seen;

    private final Learners learners;

    private final double weight;

    private final Classifier start;

    private final Classifier[] models = new Classifier[2];

    /** Of all rows what is said of them: at the start, then by both. */
    private ClassProbabilities joined;

    /** What the first view learns from next. */
    private ClassProbabilities guesses;

    /**
     * @param weight how much an unlabeled row counts, above 0, at most 1
     * @param beginning of all rows what the first view learns from in the first round
     */
    CoEmCourse(final DenseRows rows, final Labels labels, final List<View> views, final Learners learners,
        final double weight, final GraphStart beginning, final Workers workers, final Progress progress) {
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.views = views;
        this.seen = views.stream().map(view -> view.of(rows)).toList();
        this.learners = learners;
        this.weight = weight;
        this.start = learners.all().fit(rows, TrainingLabels.of(labels), 0, workers, progress);
        this.joined = start.predict(rows, workers, progress);
        this.guesses = beginning.probabilities(rows, labels, workers, progress);
    }

    @Override
    public ClassProbabilities probabilities() {
        return new ClassProbabilities(classes, told(joined, 1));
    }

    /** Labeled rows count 1 for their class, others a part of what is said of them. */
    private double[] told(final ClassProbabilities said, final double ofUnlabeled) {
        final var all = TrainingLabels.of(labels).masses().clone();
        for (var row = 0; row < labels.size(); row++) {
            for (var c = 0; c < classes && labels.codes()[row] < 0; c++) {
                all[row * classes + c] = ofUnlabeled * said.get(row, c);
            }
        }
        return all;
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        final var codes = new int[labels.size()];
        Arrays.fill(codes, Labels.UNLABELED);
        final var weights = new double[codes.length];
        final var said = models[0] == null ? guesses : joined;
        final var predicted = said.argmax();
        IntStream.range(0, codes.length).filter(row -> labels.codes()[row] < 0).forEach(row -> {
            codes[row] = predicted[row];
            weights[row] = weight * said.get(row, predicted[row]);
        });
        for (var step = 0; step < STEPS; step++) {
            final var first = learn(0, guesses, workers, progress);
            guesses = learn(1, first, workers, progress);
            joined = ViewsClassifier.joined(first, guesses);
        }
        final var thresholds = new double[classes];
        Arrays.fill(thresholds, Double.NaN);
        return new Step(codes, weights, thresholds);
    }

    private ClassProbabilities learn(final int v, final ClassProbabilities said, final Workers workers,
        final Progress progress) {
        final BaseLearner learner = learners.ofViews().get(v);
        models[v] = learner.fit(seen.get(v), new TrainingLabels(classes, told(said, weight)), 0, workers, progress);
        return models[v].predict(seen.get(v), workers, progress);
    }

    @Override
    public Classifier classifier(final Workers workers, final Progress progress) {
        return models[0] == null ? start
            : new ViewsClassifier(rows.columns(), rows.words().columns(), List.of(models), views, AS_THEY_ARE);
    }
}

package org.fewlabel.learn.rounds.self;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import java.util.Optional;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;
import org.fewlabel.learn.rounds.contest.Course;
import org.fewlabel.learn.rounds.select.Calibration;
import org.fewlabel.learn.rounds.select.Selection;
import org.fewlabel.learn.rounds.select.Selector;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.BaseLearner;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;
import org.fewlabel.learn.supervised.calibrate.Calibrator;

/**
 * Self-training in rounds. In each round the unlabeled rows are split at random into halves, and each half is predicted
 * by a classifier trained on the pseudo-labels of the other: a classifier that memorizes its training rows would only
 * confirm them. All pseudo-labels are computed anew every round.
 */
final class SelfCourse implements Course {

    /** The maximum weight of a pseudo-labeled row when all are used; in a half of them it is twice as large. */
    private static final double MAX_WEIGHT = 0.5;

    private final DenseRows rows;

    private final Labels labels;

    private final int classes;

    private final BaseLearner learner;

    private final Options options;

    private final long seed;

    private final int[] unlabeled;

    /** The probabilities of the unlabeled rows. */
    private ClassProbabilities predicted;

    // null before the first round, which not every course reaches
    private Selector selector;

    private Selection selection;

    private Calibrator calibrator;

    private final Classifier start;

    private int round;

    /**
     * The settings of a course.
     *
     * @param selectors creates the selector of a course
     * @param calibration of the confidences for selection
     * @param initial the probabilities of all rows for the first round, NaN for a row that is not used in it; empty for
     *            those of the learner
     * @param seed of the random draws
     */
    record Options(Selector.Maker selectors, CalibrationMethod calibration, Optional<ClassProbabilities> initial,
        long seed) {
    }

    /**
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    SelfCourse(final DenseRows rows, final Labels labels, final BaseLearner learner, final Options options,
        final Workers workers, final Progress progress) {
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.learner = learner;
        this.options = options;
        this.seed = options.seed;
        this.start = learner.fit(rows, TrainingLabels.of(labels), seed, workers, progress);
        this.unlabeled = labels.unlabeled();
        this.predicted = start.predict(rows.select(unlabeled), workers, progress);
    }

    @Override
    public ClassProbabilities probabilities() {
        final var all = TrainingLabels.of(labels).masses().clone();
        for (var i = 0; i < unlabeled.length; i++) {
            predicted.copyRow(i, all, unlabeled[i]);
        }
        return new ClassProbabilities(classes, all);
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        if (selector == null) {
            selector = options.selectors.of(rows, labels, workers, progress.part(0, 0));
            calibrator = Calibration.of(options.calibration, rows, labels, learner, seed, workers, progress.part(0, 0));
        }
        round++;
        selection = selector.select(round == 1 && options.initial.isPresent() ? options.initial.get().select(unlabeled)
            : calibrator.apply(predicted));
        final var random = new SplittableRandom(seed + round);
        final var seeds = random.split();
        final var half = halves(random);
        final var next = new double[predicted.values().length];
        for (var h = 0; h < 2; h++) {
            final var predictedHalf = h;
            final var model = learner.fit(rows, targets(i -> half[i] == predictedHalf ? 0 : 2 * MAX_WEIGHT),
                seeds.nextLong(),
                workers, progress.part(0.5 * h, 0.5 * h + 0.4));
            final var positions = IntStream.range(0, half.length).filter(i -> half[i] == predictedHalf).toArray();
            final var ofHalf = model.predict(rows.select(Arrays.stream(positions).map(i -> unlabeled[i]).toArray()),
                workers,
                progress.part(0.5 * h + 0.4, 0.5 * h + 0.5));
            for (var i = 0; i < positions.length; i++) {
                ofHalf.copyRow(i, next, positions[i]);
            }
        }
        predicted = new ClassProbabilities(classes, next);
        return step();
    }

    private Step step() {
        final var codes = new int[labels.size()];
        Arrays.fill(codes, Labels.UNLABELED);
        final var weights = new double[labels.size()];
        for (var i = 0; i < unlabeled.length; i++) {
            codes[unlabeled[i]] = selection.codes()[i];
            weights[unlabeled[i]] = selection.weights()[i];
        }
        return new Step(codes, weights, selection.thresholds());
    }

    /** Splits the unlabeled rows into halves 0 and 1 of equal size. */
    private int[] halves(final SplittableRandom random) {
        final var half = new int[unlabeled.length];
        for (var i = 0; i < half.length; i++) {
            half[i] = i % 2;
        }
        Shuffle.all(half, random);
        return half;
    }

    private TrainingLabels targets(final IntToDoubleFunction weight) {
        final var codes = labels.codes().clone();
        final var weights = new double[codes.length];
        Arrays.fill(weights, 1);
        for (var i = 0; i < unlabeled.length; i++) {
            codes[unlabeled[i]] = selection.codes()[i];
            weights[unlabeled[i]] = weight.applyAsDouble(i) * selection.weights()[i];
        }
        return TrainingLabels.of(codes, weights, classes);
    }

    @Override
    public Classifier classifier(final Workers workers, final Progress progress) {
        return selection == null ? start : learner.fit(rows, targets(i -> MAX_WEIGHT), seed, workers, progress);
    }
}

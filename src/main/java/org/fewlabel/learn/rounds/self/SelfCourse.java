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
 * Self-training round by round. In each the unlabeled rows are parted at random into halves, and those of one half are
 * judged by what was learned from the pseudo-labels of the other: a classifier that remembers the rows that it learned
 * from would only repeat itself. All pseudo-labels are made anew every round.
 */
final class SelfCourse implements Course {

    /** How much a pseudo-labeled row counts at most, when all are learned from; in a half of them twice as much. */
    private static final double MOST_WEIGHT = 0.5;

    private final DenseRows rows;

    private final Labels labels;

    private final int classes;

    private final BaseLearner learner;

    private final Ways ways;

    private final long seed;

    private final int[] unlabeled;

    /** Of the unlabeled rows. */
    private ClassProbabilities said;

    // null before the first round, which not every run comes to
    private Selector selector;

    private Selection selection;

    private Calibrator calibrator;

    private final Classifier start;

    private int round;

    /**
     * How it goes.
     *
     * @param selectors makes one for a run
     * @param calibration of the confidences by which is selected
     * @param guesses of all rows for the first round, NaN for a row that is not to be learned from in it; empty if
     *            the learner makes them itself
     * @param seed of what is drawn
     */
    record Ways(Selector.Maker selectors, CalibrationMethod calibration, Optional<ClassProbabilities> guesses,
        long seed) {
    }

    /**
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    SelfCourse(final DenseRows rows, final Labels labels, final BaseLearner learner, final Ways ways,
        final Workers workers, final Progress progress) {
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.learner = learner;
        this.ways = ways;
        this.seed = ways.seed;
        this.start = learner.fit(rows, TrainingLabels.of(labels), seed, workers, progress);
        this.unlabeled = labels.unlabeled();
        this.said = start.predict(rows.select(unlabeled), workers, progress);
    }

    @Override
    public ClassProbabilities probabilities() {
        final var all = TrainingLabels.of(labels).masses().clone();
        for (var i = 0; i < unlabeled.length; i++) {
            said.copyRow(i, all, unlabeled[i]);
        }
        return new ClassProbabilities(classes, all);
    }

    @Override
    public Step next(final Workers workers, final Progress progress) {
        if (selector == null) {
            selector = ways.selectors.of(rows, labels, workers, progress.part(0, 0));
            calibrator = Calibration.of(ways.calibration, rows, labels, learner, seed, workers, progress.part(0, 0));
        }
        round++;
        selection = selector.select(round == 1 && ways.guesses.isPresent() ? ways.guesses.get().select(unlabeled)
            : calibrator.apply(said));
        final var random = new SplittableRandom(seed + round);
        final var seeds = random.split();
        final var half = halves(random);
        final var next = new double[said.values().length];
        for (var h = 0; h < 2; h++) {
            final var judged = h;
            final var learned = learner.fit(rows, targets(i -> half[i] == judged ? 0 : 2 * MOST_WEIGHT),
                seeds.nextLong(),
                workers, progress.part(0.5 * h, 0.5 * h + 0.4));
            final var places = IntStream.range(0, half.length).filter(i -> half[i] == judged).toArray();
            final var part = learned.predict(rows.select(Arrays.stream(places).map(i -> unlabeled[i]).toArray()),
                workers,
                progress.part(0.5 * h + 0.4, 0.5 * h + 0.5));
            for (var i = 0; i < places.length; i++) {
                part.copyRow(i, next, places[i]);
            }
        }
        said = new ClassProbabilities(classes, next);
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

    /** Per unlabeled row 0 or 1, as many of the one as of the other. */
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
        return selection == null ? start : learner.fit(rows, targets(i -> MOST_WEIGHT), seed, workers, progress);
    }
}

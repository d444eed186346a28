package org.fewlabel.learn.rounds.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.NormalizedCut;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.neighbor.AutomaticSearch;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.MixtureClassifier;
import org.fewlabel.learn.supervised.Temperature;
import org.fewlabel.learn.supervised.calibrate.CalibratedClassifier;
import org.fewlabel.learn.supervised.calibrate.Calibrator;
import org.fewlabel.learn.supervised.calibrate.Isotonic;
import org.fewlabel.learn.supervised.calibrate.Tempered;

/**
 * The final fit of a {@link Contest}: the best candidate is trained on all labels and compared with the baseline.
 */
final class FinalFit {

    /** The number of neighbors in the graph whose cut is compared. */
    private static final int NEIGHBORS = 10;

    private final Contest.Settings settings;

    private final Decision decision;

    private final Space space;

    private final DenseRows rows;

    private final Labels labels;

    private final int[] truth;

    /** Decides whether a round replaces the baseline. */
    @FunctionalInterface
    interface Decision {

        /**
         * @param baseline the out-of-fold predictions of the baseline
         * @param start those of the candidate before its first round
         * @param result those of the round
         * @param cut see {@link Verdict#cut}
         */
        Verdict of(HiddenLabelScores baseline, HiddenLabelScores start, HiddenLabelScores result, double cut);
    }

    FinalFit(final Contest.Settings settings, final Decision decision, final Space space, final DenseRows rows,
        final Labels labels,
        final int[] truth) {
        this.settings = settings;
        this.decision = decision;
        this.space = space;
        this.rows = rows;
        this.labels = labels;
        this.truth = truth;
    }

    /** Returns the baseline without any round. */
    Learned baseline(final Trial base, final Workers workers, final Progress progress) {
        final var classifier = calibrated(base.candidate().method().start(rows, labels, workers, progress.part(0, 0.5))
            .classifier(workers, progress.part(0, 0.5)), base, 0);
        final var predicted = classifier.predict(rows, workers, progress.part(0.5, 1));
        final var name = base.candidate().name();
        return new Learned(classifier, classifier, outOfFold(predicted, base, 0), predicted, name, name, List.of(), 0,
            Verdict.nothing(),
            calibrator(base, 0));
    }

    /**
     * @param base the baseline
     * @param trial of the candidate that is compared with it
     * @param best the number of its best round
     * @param count the number of rounds to run
     */
    Learned best(final Trial base, final Trial trial, final int best, final int count, final Workers workers,
        final Progress progress) {
        final var start = progress.part(0, 0.1);
        final var course = trial.candidate().method().start(rows, labels, workers, start);
        final var baselineCourse = base == trial ? course
            : base.candidate().method().start(rows, labels, workers, start);
        final var baselineProbabilities = baselineCourse.probabilities();
        final var baseline = calibrated(baselineCourse.classifier(workers, start), base, 0);
        final var baselinePredicted = baseline.predict(rows, workers, progress.part(0.1, 0.15));
        final var rounds = new ArrayList<Round>();
        var previous = new int[labels.size()];
        Arrays.fill(previous, Labels.UNLABELED);
        var classifier = baseline;
        var predicted = baselineProbabilities;
        for (var r = 1; r <= count; r++) {
            progress.report(0.15 + 0.7 * (r - 1) / count, "Training on pseudo-labels, round " + r);
            final var step = course.next(workers, progress.part(0, 0));
            final var accuracy = r < trial.rounds().size() ? trial.rounds().get(r).accuracy() : Double.NaN;
            rounds.add(Round.of(r, previous, step, accuracy, truth));
            previous = step.codes();
            if (r == best) {
                classifier = calibrated(course.classifier(workers, progress.part(0, 0)), trial, best);
                predicted = course.probabilities();
            }
        }
        final var verdict = verdict(base, trial, best,
            cut(baselineProbabilities, predicted, workers, progress.part(0.85, 0.95)));
        final var name = trial.candidate().name();
        final var baseName = base.candidate().name();
        if (!verdict.trusted()) {
            return new Learned(baseline, baseline, outOfFold(baselinePredicted, base, 0), baselinePredicted, name,
                baseName, rounds, 0, verdict,
                calibrator(base, 0));
        }
        final var calibrator = calibrator(trial, best);
        final var all = merged(calibrator.apply(predicted), classifier, workers, progress.part(0.95, 1));
        return new Learned(classifier, baseline, outOfFold(all, trial, best), baselinePredicted, name, baseName, rounds,
            best,
            verdict,
            calibrator);
    }

    private Verdict verdict(final Trial base, final Trial trial, final int best, final double cut) {
        final var result = trial.rounds().get(Math.min(best, trial.rounds().size() - 1));
        return decision.of(base.base(), trial.base(), result, cut);
    }

    /**
     * Computes the ratio of the normalized cuts of the second and the first partition of the rows; 1 if the first is 0.
     */
    private double cut(final ClassProbabilities one, final ClassProbabilities other, final Workers workers,
        final Progress progress) {
        final var rowGraph = RowGraph.of(space.of(rows, progress.part(0, 0)), NEIGHBORS,
            new AutomaticSearch(AutomaticSearch.Mode.AUTOMATIC), workers, progress);
        final var cutOfOne = cut(rowGraph, one);
        return cutOfOne > 0 ? cut(rowGraph, other) / cutOfOne : 1;
    }

    private double cut(final RowGraph rowGraph, final ClassProbabilities predicted) {
        return NormalizedCut.normalized(rowGraph.graph(),
            rowGraph.ofNodes(predicted).argmax(), predicted.classes());
    }

    /** Replaces the probabilities of labeled rows, which are certain in a course, by the classifier's predictions. */
    private ClassProbabilities merged(final ClassProbabilities predicted, final Classifier classifier,
        final Workers workers,
        final Progress progress) {
        final var labeled = labels.labeled();
        final var ofLabeled = classifier.predict(rows.select(labeled), workers, progress);
        final var merged = predicted.values().clone();
        for (var i = 0; i < labeled.length; i++) {
            ofLabeled.copyRow(i, merged, labeled[i]);
        }
        return new ClassProbabilities(predicted.classes(), merged);
    }

    /** Replaces the probabilities of labeled rows by out-of-fold predictions. */
    private ClassProbabilities outOfFold(final ClassProbabilities predicted, final Trial trial, final int round) {
        final var evaluated = trial.evaluated();
        final var scores = calibrator(trial, round)
            .apply(trial.rounds().get(Math.min(round, trial.rounds().size() - 1)).predicted());
        final var outOfFold = predicted.values().clone();
        for (var i = 0; i < evaluated.length; i++) {
            scores.copyRow(i, outOfFold, evaluated[i]);
        }
        return new ClassProbabilities(predicted.classes(), outOfFold);
    }

    private Calibrator calibrator(final Trial trial, final int round) {
        if (trial.base().rows() < Temperature.MIN_ROWS) {
            return Calibrator.NONE;
        }
        final var scores = trial.rounds().get(round);
        return settings.calibration().fit(scores.predicted(), scores.codes());
    }

    private Classifier calibrated(final Classifier classifier, final Trial trial, final int round) {
        final var calibrator = calibrator(trial, round);
        return calibrator instanceof Tempered tempered
            ? MixtureClassifier.calibrated(classifier, tempered.temperature())
            : new CalibratedClassifier(classifier, (Isotonic)calibrator);
    }
}

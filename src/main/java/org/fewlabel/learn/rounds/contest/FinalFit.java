package org.fewlabel.learn.rounds.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.NormalizedCut;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.judge.Predictions;
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

    private final Judge judge;

    private final Space space;

    private final DenseRows rows;

    private final Labels labels;

    private final int classes;

    private final int[] truth;

    /** Decides whether a round replaces the baseline. */
    @FunctionalInterface
    interface Judge {

        /**
         * @param alone the out-of-fold predictions of the baseline
         * @param start those of the candidate before its first round
         * @param result those of the round
         * @param cut see {@link Verdict#cut}
         */
        Verdict of(HiddenLabelScores alone, HiddenLabelScores start, HiddenLabelScores result, double cut);
    }

    FinalFit(final Contest.Settings settings, final Judge judge, final Space space, final DenseRows rows,
        final Labels labels,
        final int[] truth) {
        this.settings = settings;
        this.judge = judge;
        this.space = space;
        this.rows = rows;
        this.labels = labels;
        this.classes = labels.classes().size();
        this.truth = truth;
    }

    /** Returns the baseline without any round. */
    Learned alone(final Trial base, final Workers workers, final Progress progress) {
        final var classifier = calibrated(base.candidate().method().start(rows, labels, workers, progress.part(0, 0.5))
            .classifier(workers, progress.part(0, 0.5)), base, 0);
        final var said = classifier.predict(rows, workers, progress.part(0.5, 1));
        final var name = base.candidate().name();
        return new Learned(classifier, classifier, unseen(said, base, 0), said, name, name, List.of(), 0,
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
        final var other = base == trial ? course : base.candidate().method().start(rows, labels, workers, start);
        final var division = other.probabilities();
        final var alone = calibrated(other.classifier(workers, start), base, 0);
        final var aloneSaid = alone.predict(rows, workers, progress.part(0.1, 0.15));
        final var rounds = new ArrayList<Round>();
        var before = new int[labels.size()];
        Arrays.fill(before, Labels.UNLABELED);
        var classifier = alone;
        var said = division;
        for (var r = 1; r <= count; r++) {
            progress.report(0.15 + 0.7 * (r - 1) / count, "Training on pseudo-labels, round " + r);
            final var step = course.next(workers, progress.part(0, 0));
            final var accuracy = r < trial.rounds().size() ? trial.rounds().get(r).accuracy() : Double.NaN;
            rounds.add(Round.of(r, before, step, accuracy, truth));
            before = step.codes();
            if (r == best) {
                classifier = calibrated(course.classifier(workers, progress.part(0, 0)), trial, best);
                said = course.probabilities();
            }
        }
        final var verdict = verdict(base, trial, best, cut(division, said, workers, progress.part(0.85, 0.95)));
        final var name = trial.candidate().name();
        final var baseName = base.candidate().name();
        if (!verdict.trusted()) {
            return new Learned(alone, alone, unseen(aloneSaid, base, 0), aloneSaid, name, baseName, rounds, 0, verdict,
                calibrator(base, 0));
        }
        final var calibrator = calibrator(trial, best);
        final var all = merged(calibrator.apply(said, classes), classifier, workers, progress.part(0.95, 1));
        return new Learned(classifier, alone, unseen(all, trial, best), aloneSaid, name, baseName, rounds, best,
            verdict,
            calibrator);
    }

    private Verdict verdict(final Trial base, final Trial trial, final int best, final double cut) {
        final var result = trial.rounds().get(Math.min(best, trial.rounds().size() - 1));
        return judge.of(base.base(), trial.base(), result, cut);
    }

    /**
     * Computes the ratio of the normalized cuts of the second and the first partition of the rows; 1 if the first is 0.
     */
    private double cut(final double[] one, final double[] other, final Workers workers, final Progress progress) {
        final var joined = RowGraph.of(space.of(rows, progress.part(0, 0)), NEIGHBORS,
            new AutomaticSearch(AutomaticSearch.Mode.AUTOMATIC), workers, progress);
        final var before = cut(joined, one);
        return before > 0 ? cut(joined, other) / before : 1;
    }

    private double cut(final RowGraph joined, final double[] said) {
        return NormalizedCut.normalized(joined.graph(),
            Predictions.mostProbable(classes, joined.ofNodes(said, classes)), classes);
    }

    /** Replaces the probabilities of labeled rows, which are certain in a course, by the classifier's predictions. */
    private double[] merged(final double[] said, final Classifier classifier, final Workers workers,
        final Progress progress) {
        final var labeled = labels.labeled();
        final var ofLabeled = classifier.predict(rows.select(labeled), workers, progress);
        for (var i = 0; i < labeled.length; i++) {
            System.arraycopy(ofLabeled, i * classes, said, labeled[i] * classes, classes);
        }
        return said;
    }

    /** Replaces the probabilities of labeled rows by out-of-fold predictions. */
    private double[] unseen(final double[] said, final Trial trial, final int round) {
        final var judged = trial.judged();
        final var hidden = calibrator(trial, round)
            .apply(trial.rounds().get(Math.min(round, trial.rounds().size() - 1)).said(), classes);
        final var unseen = said.clone();
        for (var i = 0; i < judged.length; i++) {
            System.arraycopy(hidden, i * classes, unseen, judged[i] * classes, classes);
        }
        return unseen;
    }

    private Calibrator calibrator(final Trial trial, final int round) {
        if (trial.base().rows() < Temperature.MIN_ROWS) {
            return Calibrator.NONE;
        }
        final var hidden = trial.rounds().get(round);
        return settings.calibration().fit(hidden.said(), hidden.codes(), classes);
    }

    private Classifier calibrated(final Classifier classifier, final Trial trial, final int round) {
        final var calibrator = calibrator(trial, round);
        return calibrator instanceof Tempered tempered
            ? MixtureClassifier.calibrated(classifier, tempered.temperature())
            : new CalibratedClassifier(classifier, (Isotonic)calibrator);
    }
}

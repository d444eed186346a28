package org.fewlabel.learn.rounds.select;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.CrossValidation;
import org.fewlabel.learn.supervised.Temperature;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.BaseLearner;
import org.fewlabel.learn.supervised.calibrate.CalibrationMethod;
import org.fewlabel.learn.supervised.calibrate.Calibrator;

/** Makes the confidences of a learner mean what they say, by the labeled rows that it was not told. */
public final class Calibration {

    /** divides the labels; fixed, so that the same table gives the same result */
    private static final long SEED = 0;

    private Calibration() {
    }

    /**
     * What a learner says of labeled rows that it was not told.
     *
     * @param said probabilities of these rows
     * @param codes their classes, -1 of a row that was always told
     */
    private record OutOfFold(ClassProbabilities said, int[] codes) {
    }

    /**
     * @param method how; what is selected is always calibrated, so {@link CalibrationMethod#NONE} is a temperature too
     * @param rows labeled or not; the unlabeled ones have no part in it
     * @param labels of the same rows; at least one is labeled
     * @param seed of what the learner draws
     * @return what suits what the learner says; changes nothing if nothing can be validated
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Calibrator of(final CalibrationMethod method, final DenseRows rows, final Labels labels,
        final BaseLearner learner, final long seed, final Workers workers, final Progress progress) {
        final var outOfFold = outOfFold(rows, labels, learner, seed, workers, progress);
        return (method == CalibrationMethod.NONE ? CalibrationMethod.TEMPERATURE : method).fit(outOfFold.said,
            outOfFold.codes);
    }

    /**
     * @param rows labeled or not; the unlabeled ones have no part in it
     * @param labels of the same rows; at least one is labeled
     * @param seed of what the learner draws
     * @return the temperature that suits what the learner says; 1 if nothing can be validated
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static double temperature(final DenseRows rows, final Labels labels, final BaseLearner learner,
        final long seed,
        final Workers workers, final Progress progress) {
        final var outOfFold = outOfFold(rows, labels, learner, seed, workers, progress);
        return Temperature.fit(outOfFold.said, outOfFold.codes);
    }

    private static OutOfFold outOfFold(final DenseRows rows, final Labels labels, final BaseLearner learner,
        final long seed, final Workers workers, final Progress progress) {
        final var labeled = labels.labeled();
        final var few = rows.select(labeled);
        final var known = labels.select(labeled);
        final var folds = CrossValidation.of(known, SEED);
        final var classes = labels.classes().size();
        final var said = new double[labeled.length * classes];
        final var codes = new int[labeled.length];
        Arrays.fill(codes, Labels.UNLABELED);
        for (var f = 0; f < folds.rounds(known); f++) {
            final var all = learner.fit(few, TrainingLabels.of(folds.without(known, f)), seed, workers, progress)
                .predict(few,
                    workers, progress);
            for (var i = 0; i < codes.length; i++) {
                if (folds.fold()[i] == f) {
                    all.copyRow(i, said, i);
                    codes[i] = known.codes()[i];
                }
            }
        }
        return new OutOfFold(new ClassProbabilities(classes, said), codes);
    }
}

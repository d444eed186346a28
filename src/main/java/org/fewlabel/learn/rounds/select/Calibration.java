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

/** Calibrates the confidences of a learner on its out-of-fold predictions of labeled rows. */
public final class Calibration {

    /** The fixed seed of the folds, so that the same table gives the same result. */
    private static final long SEED = 0;

    private Calibration() {
    }

    /**
     * Out-of-fold predictions of labeled rows.
     *
     * @param predicted the probabilities of these rows
     * @param codes the classes of the rows, -1 for a row that is in no fold
     */
    private record OutOfFold(ClassProbabilities predicted, int[] codes) {
    }

    /**
     * @param method of calibration; confidences for selection are always calibrated, so {@link CalibrationMethod#NONE}
     *            is temperature scaling too
     * @param rows labeled and unlabeled; the unlabeled ones are ignored
     * @param labels of the same rows; at least one is labeled
     * @param seed of the learner
     * @return a calibrator of the learner; the identity if cross-validation is impossible
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Calibrator of(final CalibrationMethod method, final DenseRows rows, final Labels labels,
        final BaseLearner learner, final long seed, final Workers workers, final Progress progress) {
        final var outOfFold = outOfFold(rows, labels, learner, seed, workers, progress);
        return (method == CalibrationMethod.NONE ? CalibrationMethod.TEMPERATURE : method).fit(outOfFold.predicted,
            outOfFold.codes);
    }

    /**
     * @param rows labeled and unlabeled; the unlabeled ones are ignored
     * @param labels of the same rows; at least one is labeled
     * @param seed of the learner
     * @return the temperature of the learner; 1 if cross-validation is impossible
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static double temperature(final DenseRows rows, final Labels labels, final BaseLearner learner,
        final long seed,
        final Workers workers, final Progress progress) {
        final var outOfFold = outOfFold(rows, labels, learner, seed, workers, progress);
        return Temperature.fit(outOfFold.predicted, outOfFold.codes);
    }

    private static OutOfFold outOfFold(final DenseRows rows, final Labels labels, final BaseLearner learner,
        final long seed, final Workers workers, final Progress progress) {
        final var labeled = labels.labeled();
        final var labeledRows = rows.select(labeled);
        final var known = labels.select(labeled);
        final var folds = CrossValidation.of(known, SEED);
        final var classes = labels.classes().size();
        final var predicted = new double[labeled.length * classes];
        final var codes = new int[labeled.length];
        Arrays.fill(codes, Labels.UNLABELED);
        for (var f = 0; f < folds.rounds(known); f++) {
            final var all = learner
                .fit(labeledRows, TrainingLabels.of(folds.without(known, f)), seed, workers, progress)
                .predict(labeledRows,
                    workers, progress);
            for (var i = 0; i < codes.length; i++) {
                if (folds.fold()[i] == f) {
                    all.copyRow(i, predicted, i);
                    codes[i] = known.codes()[i];
                }
            }
        }
        return new OutOfFold(new ClassProbabilities(classes, predicted), codes);
    }
}

package org.fewlabel.learn.propagation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.CrossValidation;
import org.fewlabel.learn.judge.Predictions;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.NearestNeighbor;
import org.fewlabel.learn.supervised.Temperature;
import org.fewlabel.learn.supervised.WeightedMean;

/**
 * Out-of-fold predictions of labeled rows by the candidates.
 *
 * @param classes the number of classes
 * @param codes the classes of the rows
 * @param fold the fold of each row
 * @param said per candidate, row by row, {@code codes.length * classes} probabilities; NaN where it cannot tell
 * @param alone the same from logistic regression on the labeled rows alone
 * @param nearest the same from the nearest labeled row
 */
record Validation(int classes, int[] codes, int[] fold, List<double[]> said, double[] alone, double[] nearest) {

    /**
     * @param rows all rows, labeled and unlabeled
     * @param folds of the labels
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static Validation of(final DenseRows rows, final Labels labels, final CrossValidation folds,
        final List<Candidate> candidates, final Workers workers, final Progress progress) {
        final var classes = labels.classes().size();
        final var rounds = folds.rounds(labels);
        final var judged = Arrays.stream(labels.labeled())
            .filter(row -> folds.fold()[row] >= 0 && folds.fold()[row] < rounds).toArray();
        final var fold = Arrays.stream(judged).map(row -> folds.fold()[row]).toArray();
        final var said = new ArrayList<double[]>();
        candidates.forEach(c -> said.add(new double[judged.length * classes]));
        final var alone = new double[judged.length * classes];
        final var nearest = new double[judged.length * classes];
        for (var f = 0; f < rounds; f++) {
            final var known = folds.without(labels, f);
            final var part = progress.part((double)f / rounds, (f + 1.0) / rounds);
            final var logistic = LogisticRegression.train(rows, known, 0, part.part(0, 0)).predict(rows, workers,
                part.part(0, 0));
            copy(logistic, judged, fold, f, classes, alone);
            for (var c = 0; c < candidates.size(); c++) {
                part.report((double)c / candidates.size(), "Cross-validating the methods");
                copy(candidates.get(c).probabilities(known, logistic, workers, part.part(0, 0)), judged, fold, f,
                    classes,
                    said.get(c));
            }
            copy(NearestNeighbor.train(rows, known).predict(rows, workers, part.part(1, 1)), judged, fold, f, classes,
                nearest);
        }
        return new Validation(classes, labels.select(judged).codes(), fold, said, alone, nearest);
    }

    private static void copy(final double[] all, final int[] rows, final int[] fold, final int wanted,
        final int classes, final double[] to) {
        for (var i = 0; i < rows.length; i++) {
            if (fold[i] == wanted) {
                System.arraycopy(all, rows[i] * classes, to, i * classes, classes);
            }
        }
    }

    /** @return the same after temperature scaling of each candidate */
    Validation at(final double[] temperatures) {
        return new Validation(classes, codes, fold, IntStream.range(0, temperatures.length)
            .mapToObj(c -> Temperature.apply(said.get(c), classes, temperatures[c])).toList(), alone, nearest);
    }

    /**
     * @return per candidate the sum of 0/1 losses and log losses over all rows except those of one fold; -1 for all
     */
    double[] losses(final int without) {
        return said.stream().mapToDouble(p -> loss(p, without)).toArray();
    }

    private double loss(final double[] probabilities, final int without) {
        final var predicted = Predictions.mostProbable(classes, probabilities);
        var sum = 0.0;
        for (var i = 0; i < codes.length; i++) {
            if (fold[i] != without) {
                sum += (predicted[i] == codes[i] ? 0 : 1)
                    + Temperature.logLoss(probabilities[i * classes + codes[i]], classes);
            }
        }
        return sum;
    }

    /** @return per row whether the most probable class is correct */
    boolean[] right(final double[] probabilities) {
        final var predicted = Predictions.mostProbable(classes, probabilities);
        final var right = new boolean[codes.length];
        for (var i = 0; i < right.length; i++) {
            right[i] = predicted[i] == codes[i];
        }
        return right;
    }

    /** @return the accuracy of these probabilities */
    double accuracy(final double[] probabilities) {
        var sum = 0;
        for (final var right : right(probabilities)) {
            sum += right ? 1 : 0;
        }
        return (double)sum / codes.length;
    }

    /**
     * @param before the prior weights of the candidates
     * @return the weighted mean of the candidates for each row, with weights from the other folds
     */
    double[] mean(final double[] before) {
        final var mean = new double[codes.length * classes];
        for (final var f : Arrays.stream(fold).distinct().toArray()) {
            final var whole = WeightedMean.of(said, ExponentialWeights.weights(before, losses(f)));
            for (var i = 0; i < codes.length; i++) {
                if (fold[i] == f) {
                    System.arraycopy(whole, i * classes, mean, i * classes, classes);
                }
            }
        }
        return mean;
    }
}

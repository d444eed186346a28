package org.fewlabel.learn.propagation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.CrossValidation;
import org.fewlabel.learn.supervised.Baseline;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.NearestNeighbor;
import org.fewlabel.learn.supervised.Temperature;

/**
 * Out-of-fold predictions of labeled rows by the candidates.
 *
 * @param codes the classes of the rows
 * @param fold the fold of each row
 * @param predictions of the candidates for the rows; NaN without a prediction
 * @param baseline the same from the baseline
 * @param nearest the same from the nearest labeled row
 */
record Validation(int[] codes, int[] fold, List<ClassProbabilities> predictions, ClassProbabilities baseline,
    ClassProbabilities nearest) {

    /**
     * @param rows all rows, labeled and unlabeled
     * @param reference the baseline of the same rows
     * @param folds of the labels
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static Validation of(final DenseRows rows, final Baseline reference, final Labels labels,
        final CrossValidation folds,
        final List<Candidate> candidates, final Workers workers, final Progress progress) {
        final var classes = labels.classes().size();
        final var rounds = folds.rounds(labels);
        final var evaluated = Arrays.stream(labels.labeled())
            .filter(row -> folds.fold()[row] >= 0 && folds.fold()[row] < rounds).toArray();
        final var fold = Arrays.stream(evaluated).map(row -> folds.fold()[row]).toArray();
        final var predictions = new ArrayList<double[]>();
        candidates.forEach(c -> predictions.add(new double[evaluated.length * classes]));
        final var baseline = new double[evaluated.length * classes];
        final var nearest = new double[evaluated.length * classes];
        for (var f = 0; f < rounds; f++) {
            final var known = folds.without(labels, f);
            final var part = progress.part((double)f / rounds, (f + 1.0) / rounds);
            final var logistic = LogisticRegression.train(rows, known, 0, part.part(0, 0)).predict(rows, workers,
                part.part(0, 0));
            copy(reference.isRegressionOn(rows) ? logistic : reference.predict(known, workers, part.part(0, 0)),
                evaluated,
                fold, f, baseline);
            for (var c = 0; c < candidates.size(); c++) {
                part.report((double)c / candidates.size(), "Cross-validating the methods");
                copy(candidates.get(c).probabilities(known, logistic, workers, part.part(0, 0)), evaluated, fold, f,
                    predictions.get(c));
            }
            copy(NearestNeighbor.train(rows, known).predict(rows, workers, part.part(1, 1)), evaluated, fold, f,
                nearest);
        }
        return new Validation(labels.select(evaluated).codes(), fold,
            predictions.stream().map(values -> new ClassProbabilities(classes, values)).toList(),
            new ClassProbabilities(classes, baseline), new ClassProbabilities(classes, nearest));
    }

    private static void copy(final ClassProbabilities all, final int[] rows, final int[] fold, final int wanted,
        final double[] to) {
        for (var i = 0; i < rows.length; i++) {
            if (fold[i] == wanted) {
                all.copyRow(rows[i], to, i);
            }
        }
    }

    /** @return the same after temperature scaling of each candidate */
    Validation at(final double[] temperatures) {
        return new Validation(codes, fold, IntStream.range(0, temperatures.length)
            .mapToObj(c -> Temperature.apply(predictions.get(c), temperatures[c])).toList(), baseline, nearest);
    }

    /**
     * @return per candidate the sum of 0/1 losses and log losses over all rows except those of one fold; -1 for all
     */
    double[] losses(final int without) {
        return predictions.stream().mapToDouble(p -> loss(p, without)).toArray();
    }

    private double loss(final ClassProbabilities probabilities, final int without) {
        final var predicted = probabilities.argmax();
        var sum = 0.0;
        for (var i = 0; i < codes.length; i++) {
            if (fold[i] != without) {
                sum += (predicted[i] == codes[i] ? 0 : 1)
                    + Temperature.logLoss(probabilities.get(i, codes[i]), probabilities.classes());
            }
        }
        return sum;
    }

    /** @return per row whether the most probable class is correct */
    boolean[] correct(final ClassProbabilities probabilities) {
        final var predicted = probabilities.argmax();
        final var correct = new boolean[codes.length];
        for (var i = 0; i < correct.length; i++) {
            correct[i] = predicted[i] == codes[i];
        }
        return correct;
    }

    /** @return the accuracy of these probabilities */
    double accuracy(final ClassProbabilities probabilities) {
        var sum = 0;
        for (final var correct : correct(probabilities)) {
            sum += correct ? 1 : 0;
        }
        return (double)sum / codes.length;
    }

    /**
     * @param prior the prior weights of the candidates
     * @return the weighted mean of the candidates for each row, with weights from the other folds
     */
    ClassProbabilities mean(final double[] prior) {
        final var classes = baseline.classes();
        final var mean = new double[codes.length * classes];
        for (final var f : Arrays.stream(fold).distinct().toArray()) {
            final var ofFold = ClassProbabilities.mean(predictions, ExponentialWeights.weights(prior, losses(f)));
            for (var i = 0; i < codes.length; i++) {
                if (fold[i] == f) {
                    ofFold.copyRow(i, mean, i);
                }
            }
        }
        return new ClassProbabilities(classes, mean);
    }
}

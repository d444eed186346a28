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
 * What candidates say of labeled rows whose labels they were not told.
 *
 * @param codes the classes of the judged rows
 * @param fold per judged row the fold that it was hidden with
 * @param said per candidate its probabilities of the judged rows; NaN where it cannot tell
 * @param baseline the same from the baseline
 * @param nearest the same from the nearest labeled row
 */
record Validation(int[] codes, int[] fold, List<ClassProbabilities> said, ClassProbabilities baseline,
    ClassProbabilities nearest) {

    /**
     * @param rows all rows, labeled or not
     * @param reference the baseline of the same rows
     * @param folds into which the labels are divided
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static Validation of(final DenseRows rows, final Baseline reference, final Labels labels,
        final CrossValidation folds,
        final List<Candidate> candidates, final Workers workers, final Progress progress) {
        final var classes = labels.classes().size();
        final var rounds = folds.rounds(labels);
        final var judged = Arrays.stream(labels.labeled())
            .filter(row -> folds.fold()[row] >= 0 && folds.fold()[row] < rounds).toArray();
        final var fold = Arrays.stream(judged).map(row -> folds.fold()[row]).toArray();
        final var said = new ArrayList<double[]>();
        candidates.forEach(c -> said.add(new double[judged.length * classes]));
        final var baseline = new double[judged.length * classes];
        final var nearest = new double[judged.length * classes];
        for (var f = 0; f < rounds; f++) {
            final var known = folds.without(labels, f);
            final var part = progress.part((double)f / rounds, (f + 1.0) / rounds);
            final var logistic = LogisticRegression.train(rows, known, 0, part.part(0, 0)).predict(rows, workers,
                part.part(0, 0));
            copy(reference.isRegressionOn(rows) ? logistic : reference.predict(known, workers, part.part(0, 0)), judged,
                fold, f, baseline);
            for (var c = 0; c < candidates.size(); c++) {
                part.report((double)c / candidates.size(), "Cross-validating the methods");
                copy(candidates.get(c).probabilities(known, logistic, workers, part.part(0, 0)), judged, fold, f,
                    said.get(c));
            }
            copy(NearestNeighbor.train(rows, known).predict(rows, workers, part.part(1, 1)), judged, fold, f, nearest);
        }
        return new Validation(labels.select(judged).codes(), fold,
            said.stream().map(values -> new ClassProbabilities(classes, values)).toList(),
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

    /** @return the same, each candidate at that temperature */
    Validation at(final double[] temperatures) {
        return new Validation(codes, fold, IntStream.range(0, temperatures.length)
            .mapToObj(c -> Temperature.apply(said.get(c), temperatures[c])).toList(), baseline, nearest);
    }

    /**
     * @return per candidate its mistakes and its log losses, added up over all rows but those of one fold; -1 for all
     */
    double[] losses(final int without) {
        return said.stream().mapToDouble(p -> loss(p, without)).toArray();
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

    /** @return per judged row whether these probabilities are right about it */
    boolean[] right(final ClassProbabilities probabilities) {
        final var predicted = probabilities.argmax();
        final var right = new boolean[codes.length];
        for (var i = 0; i < right.length; i++) {
            right[i] = predicted[i] == codes[i];
        }
        return right;
    }

    /** @return the share of the judged rows that these probabilities are right about */
    double accuracy(final ClassProbabilities probabilities) {
        var sum = 0;
        for (final var right : right(probabilities)) {
            sum += right ? 1 : 0;
        }
        return (double)sum / codes.length;
    }

    /**
     * @param before per candidate what it counts before anything is judged
     * @return what the weighted mean of the candidates says of each judged row, with weights that the row's own fold
     *         has no part in
     */
    ClassProbabilities mean(final double[] before) {
        final var classes = baseline.classes();
        final var mean = new double[codes.length * classes];
        for (final var f : Arrays.stream(fold).distinct().toArray()) {
            final var whole = ClassProbabilities.mean(said, ExponentialWeights.weights(before, losses(f)));
            for (var i = 0; i < codes.length; i++) {
                if (fold[i] == f) {
                    whole.copyRow(i, mean, i);
                }
            }
        }
        return new ClassProbabilities(classes, mean);
    }
}

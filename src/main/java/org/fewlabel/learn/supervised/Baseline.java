package org.fewlabel.learn.supervised;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.CrossValidation;

/**
 * The baseline that every few-label result is shown beside: logistic regression trained on the labeled rows only, the
 * same in all nodes. Of texts it sees the words: vectors of texts know from the unlabeled rows how words belong
 * together. Columns are scaled, and words weighted, by all rows. With the labeled rows only, one label per class would
 * cost this baseline up to 11 percentage points on public tables, which would make every other result look good.
 *
 * @param rows all rows, encoded to be compared by their Euclidean distance; with texts only, how does not matter
 * @param ofTexts whether they are made of texts only
 */
public record Baseline(DenseRows rows, boolean ofTexts) {

    /** Of the choice of rows to learn from if very many are labeled, and of the division into folds. */
    private static final long SEED = 0;

    /**
     * @param labels of the rows; at least one is labeled
     * @return a classifier of such rows
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Classifier train(final Labels labels, final Progress progress) {
        return ofTexts ? WordRegression.train(rows, TrainingLabels.of(labels), Workers.CALLER, progress)
            : LogisticRegression.train(rows, labels, SEED, progress);
    }

    /**
     * @param labels of the rows; at least one is labeled
     * @return what it predicts for all rows
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ClassProbabilities predict(final Labels labels, final Workers workers, final Progress progress) {
        return train(labels, progress).predict(rows, workers, progress);
    }

    /**
     * @param labels of the rows; at least one is labeled
     * @return its cross-validated accuracy; NaN if there are too few labels
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public double accuracy(final Labels labels, final Workers workers, final Progress progress) {
        return CrossValidation.of(labels, SEED).accuracy(labels, known -> predict(known, workers, progress));
    }

    /** @return whether it is logistic regression on the very same rows, so that its predictions are at hand */
    public boolean isRegressionOn(final DenseRows other) {
        return !ofTexts && rows == other;
    }

    /**
     * @param some the indices of the rows wanted
     * @return the baseline of these rows
     */
    public Baseline select(final int[] some) {
        return new Baseline(rows.select(some), ofTexts);
    }
}

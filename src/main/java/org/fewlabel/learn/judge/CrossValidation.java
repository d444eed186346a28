package org.fewlabel.learn.judge;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;

/**
 * Stratified k-fold cross-validation of the labels: each fold is predicted from the labels of the others. The rows
 * themselves, and all unlabeled ones, remain visible to the method (transductive). The only label of a class is never
 * hidden, and there is no validation if fewer than two classes, or fewer than half of them, have more.
 *
 * @param fold the fold of each label, -1 for an unlabeled row and for the only label of a class
 * @param folds the number of folds; 0 if validation is impossible
 */
public record CrossValidation(int[] fold, int folds) {

    private static final int MAX_FOLDS = 5;

    /** With more labels one fold is precise enough and takes a fifth of the time. */
    private static final int MANY_LABELS = 1000;

    /**
     * @param labels to divide
     * @param seed of the division
     * @return as many folds as the rarest class with at least two labels has, at most 5
     */
    public static CrossValidation of(final Labels labels, final long seed) {
        final var counts = labels.counts();
        final var present = Arrays.stream(counts).filter(n -> n > 0).count();
        final var repeated = Arrays.stream(counts).filter(n -> n > 1).count();
        final var rarest = Arrays.stream(counts).filter(n -> n > 1).min().orElse(0);
        final var folds = repeated < 2 || 2 * repeated < present ? 0 : Math.min(MAX_FOLDS, rarest);
        final var fold = new int[labels.size()];
        Arrays.fill(fold, -1);
        final var next = new int[labels.classes().size()];
        for (final var row : shuffled(labels.labeled(), seed)) {
            final var code = labels.codes()[row];
            fold[row] = folds == 0 || counts[code] < 2 ? -1 : next[code]++ % folds;
        }
        return new CrossValidation(fold, folds);
    }

    /** @return whether validation is possible */
    public boolean possible() {
        return folds > 0;
    }

    /**
     * @param labels that were divided
     * @param method predicts all rows from the labels of the other folds; a row without a prediction is an error
     * @return the cross-validated accuracy; NaN if validation is impossible
     */
    public double accuracy(final Labels labels, final Function<Labels, ClassProbabilities> method) {
        final var rounds = rounds(labels);
        var evaluated = 0;
        var correct = 0;
        for (var f = 0; f < rounds; f++) {
            final var predicted = method.apply(without(labels, f)).argmax();
            for (var row = 0; row < fold.length; row++) {
                if (fold[row] == f) {
                    evaluated++;
                    correct += predicted[row] == labels.codes()[row] ? 1 : 0;
                }
            }
        }
        return evaluated == 0 ? Double.NaN : (double)correct / evaluated;
    }

    /** @return the number of folds to predict: with very many labels the first is enough */
    public int rounds(final Labels labels) {
        return labels.labeled().length > MANY_LABELS ? Math.min(1, folds) : folds;
    }

    /** @return the labels without those of one fold */
    public Labels without(final Labels labels, final int heldOutFold) {
        final var codes = labels.codes().clone();
        for (var row = 0; row < codes.length; row++) {
            if (fold[row] == heldOutFold) {
                codes[row] = Labels.UNLABELED;
            }
        }
        return new Labels(codes, labels.classes());
    }

    private static int[] shuffled(final int[] rows, final long seed) {
        final var shuffled = rows.clone();
        Shuffle.all(shuffled, new Random(seed));
        return shuffled;
    }
}

package org.fewlabel.learn.judge;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;

/**
 * How often a method is right about labels that it was not told: the labeled rows are divided into folds, the same
 * share of every class in each, and each fold is predicted from the labels of the others. The rows themselves, and all
 * unlabeled ones, stay visible to the method. The only label of a class is never hidden, and nothing is validated if
 * fewer than two classes, or fewer than half of them, have more.
 *
 * @param fold per row the fold that its label is in, -1 for an unlabeled row and for the only one of its class
 * @param folds how many folds there are; 0 if nothing can be validated
 */
public record CrossValidation(int[] fold, int folds) {

    private static final int MOST_FOLDS = 5;

    /** With more labels one fold says enough, and costs a fifth. */
    private static final int MANY_LABELS = 1000;

    /**
     * @param labels to be divided
     * @param seed of the division
     * @return as many folds as the rarest class with at least two has labels, at most 5
     */
    public static CrossValidation of(final Labels labels, final long seed) {
        final var counts = labels.counts();
        final var present = Arrays.stream(counts).filter(n -> n > 0).count();
        final var several = Arrays.stream(counts).filter(n -> n > 1).count();
        final var rarest = Arrays.stream(counts).filter(n -> n > 1).min().orElse(0);
        final var folds = several < 2 || 2 * several < present ? 0 : Math.min(MOST_FOLDS, rarest);
        final var fold = new int[labels.size()];
        Arrays.fill(fold, -1);
        final var next = new int[labels.classes().size()];
        for (final var row : shuffled(labels.labeled(), seed)) {
            final var code = labels.codes()[row];
            fold[row] = folds == 0 || counts[code] < 2 ? -1 : next[code]++ % folds;
        }
        return new CrossValidation(fold, folds);
    }

    /** @return whether there is anything to validate */
    public boolean possible() {
        return folds > 0;
    }

    /**
     * @param labels that were divided
     * @param method given the labels of the other folds, predicts all rows; a row without a prediction counts as wrong
     * @return the share of labels predicted right; NaN if nothing can be validated
     */
    public double accuracy(final Labels labels, final Function<Labels, ClassProbabilities> method) {
        final var rounds = rounds(labels);
        var judged = 0;
        var right = 0;
        for (var f = 0; f < rounds; f++) {
            final var predicted = method.apply(without(labels, f)).argmax();
            for (var row = 0; row < fold.length; row++) {
                if (fold[row] == f) {
                    judged++;
                    right += predicted[row] == labels.codes()[row] ? 1 : 0;
                }
            }
        }
        return judged == 0 ? Double.NaN : (double)right / judged;
    }

    /** @return how many folds are worth predicting: with very many labels the first says enough */
    public int rounds(final Labels labels) {
        return labels.labeled().length > MANY_LABELS ? Math.min(1, folds) : folds;
    }

    /** @return the labels, those of one fold hidden */
    public Labels without(final Labels labels, final int hidden) {
        final var codes = labels.codes().clone();
        for (var row = 0; row < codes.length; row++) {
            if (fold[row] == hidden) {
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

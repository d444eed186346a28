package org.fewlabel.learn.rounds.contest;

import java.util.Arrays;
import java.util.Optional;

import org.fewlabel.learn.judge.ConfusionMatrix;

/**
 * The history of a round.
 *
 * @param number from 1
 * @param rows the number of pseudo-labels
 * @param weight their total weight
 * @param added the number of new pseudo-labels since the previous round
 * @param changed the number of changed pseudo-labels
 * @param dropped the number of pseudo-labels of the previous round that are not used any more
 * @param thresholds the confidence of full weight per class; NaN without a threshold
 * @param outOfFold the cross-validated accuracy after this round; NaN without cross-validation or if the round was not
 *            reached
 * @param truth the confusion matrix of the pseudo-labels, if the truth is known; it is not used for training
 */
public record Round(int number, int rows, double weight, int added, int changed, int dropped, double[] thresholds,
    double outOfFold, Optional<ConfusionMatrix> truth) {

    /**
     * @return the accuracy of the pseudo-labels; NaN without the truth or without pseudo-labels
     */
    public double precision() {
        return truth.map(ConfusionMatrix::accuracy).orElse(Double.NaN);
    }

    /**
     * @param before the pseudo-label of each row in the previous round, -1 for none
     * @param truth the true class of each row, -1 if unknown; {@code null} if there is no truth. It may have classes
     *            without a label: a pseudo-label of such a row is wrong
     */
    static Round of(final int number, final int[] before, final Course.Step step, final double outOfFold,
        final int[] truth) {
        var rows = 0;
        var added = 0;
        var changed = 0;
        var dropped = 0;
        for (var i = 0; i < before.length; i++) {
            final var now = step.codes()[i];
            rows += now >= 0 ? 1 : 0;
            added += now >= 0 && before[i] < 0 ? 1 : 0;
            changed += now >= 0 && before[i] >= 0 && now != before[i] ? 1 : 0;
            dropped += now < 0 && before[i] >= 0 ? 1 : 0;
        }
        return new Round(number, rows, Arrays.stream(step.weights()).sum(), added, changed, dropped, step.thresholds(),
            outOfFold, Optional.ofNullable(truth).map(t -> confusion(step.codes(), t,
                Math.max(step.thresholds().length, Arrays.stream(t).max().orElse(-1) + 1))));
    }

    private static ConfusionMatrix confusion(final int[] codes, final int[] truth, final int classes) {
        final var counts = new long[Math.multiplyExact(classes, classes + 1)];
        for (var i = 0; i < codes.length; i++) {
            if (codes[i] >= 0 && truth[i] >= 0) {
                counts[truth[i] * (classes + 1) + codes[i]]++;
            }
        }
        return new ConfusionMatrix(classes, counts);
    }
}

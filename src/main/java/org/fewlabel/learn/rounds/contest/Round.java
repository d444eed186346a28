package org.fewlabel.learn.rounds.contest;

import java.util.Arrays;
import java.util.Optional;

import org.fewlabel.learn.judge.ConfusionMatrix;

/**
 * What happened in a round.
 *
 * @param number from 1
 * @param rows how many unlabeled rows were learned from
 * @param weight how much they counted in all
 * @param added how many of them were not learned from in the round before
 * @param changed how many have another pseudo-label than in the round before
 * @param dropped how many rows of the round before are not learned from any more
 * @param thresholds per class how confident a row must be to count in full; NaN where there is no threshold
 * @param outOfFold the share of the labels that were hidden in turn that is told right after this round; NaN if nothing
 *            could be validated or the round was not reached
 * @param truth what the pseudo-labels are in truth, if that was given to evaluate them; nothing was learned from it
 */
public record Round(int number, int rows, double weight, int added, int changed, int dropped, double[] thresholds,
    double outOfFold, Optional<ConfusionMatrix> truth) {

    /**
     * @return the share of the pseudo-labels that is right; NaN if the truth was not given or there is no pseudo-label
     */
    public double precision() {
        return truth.map(ConfusionMatrix::accuracy).orElse(Double.NaN);
    }

    /**
     * @param before per row its pseudo-label in the round before, -1 for none
     * @param truth per row its true class, -1 if it is not known; {@code null} if none is. May name classes that no
     *            label does: a pseudo-label of such a row is wrong
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

package org.fewlabel.learn.rounds.contest;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;

/**
 * The rows that are learned from: all that are labeled, and of very many others a random part. More of them add little,
 * and cost as much as the first.
 */
final class Subsample {

    static final int MOST_UNLABELED = 5000;

    /** of the choice; fixed, so that the same table gives the same result */
    private static final long SEED = 0;

    private Subsample() {
    }

    /** Learns from rows of which there are not too many. */
    @FunctionalInterface
    interface Learning {
        Learned learn(DenseRows rows, Labels labels, int[] truth, Workers workers, Progress progress);
    }

    /**
     * @param truth of the rows; may be {@code null}
     * @return what was learned from these rows, applied to all
     * @throws org.fewlabel.device.UserMessageException if the lengths differ, or no row is labeled
     */
    static Learned learn(final DenseRows rows, final Labels labels, final int[] truth, final Learning learning,
        final Workers workers, final Progress progress) {
        final var labeled = labels.labeled().length;
        if (rows.rows() != labels.size() || truth != null && truth.length != labels.size() || labeled == 0) {
            throw new IllegalArgumentException(rows.rows() + " rows have " + labels.size() + " labels, " + labeled
                + " of them known.");
        }
        final var used = of(labels);
        if (used.length == labels.size()) {
            return learning.learn(rows, labels, truth, workers, progress);
        }
        final var truthOfUsed = truth == null ? null : Arrays.stream(used).map(i -> truth[i]).toArray();
        final var learned = learning.learn(rows.select(used), labels.select(used), truthOfUsed, workers,
            progress.part(0, 0.9));
        return applied(learned, rows, used, workers, progress.part(0.9, 1));
    }

    /** @return the indices of these rows, ascending */
    static int[] of(final Labels labels) {
        final var unlabeled = IntStream.range(0, labels.size()).filter(i -> labels.codes()[i] < 0).toArray();
        if (unlabeled.length <= MOST_UNLABELED) {
            return IntStream.range(0, labels.size()).toArray();
        }
        final var drawn = Shuffle.first(unlabeled, MOST_UNLABELED, new SplittableRandom(SEED));
        return IntStream.concat(Arrays.stream(labels.labeled()), Arrays.stream(drawn)).sorted().toArray();
    }

    /**
     * @param learned from a part of the rows
     * @param rows all
     * @param used the indices of that part
     * @return the same, with probabilities of all rows: what was learned is applied to those that had no part in it
     */
    private static Learned applied(final Learned learned, final DenseRows rows, final int[] used, final Workers workers,
        final Progress progress) {
        final var all = learned.classifier().predict(rows, workers, progress.part(0, 0.5)).values().clone();
        final var alone = learned.aloneClassifier().predict(rows, workers, progress.part(0.5, 1)).values().clone();
        final var classes = learned.classifier().classes();
        for (var i = 0; i < used.length; i++) {
            learned.probabilities().copyRow(i, all, used[i]);
            learned.alone().copyRow(i, alone, used[i]);
        }
        return learned.with(new ClassProbabilities(classes, all), new ClassProbabilities(classes, alone));
    }
}

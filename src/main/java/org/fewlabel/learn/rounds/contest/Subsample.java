package org.fewlabel.learn.rounds.contest;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Shuffle;

/**
 * The rows used for training: all labeled ones, and of very many unlabeled ones a random sample. More of them add
 * little accuracy for the same time.
 */
final class Subsample {

    static final int MOST_UNLABELED = 5000;

    /** The fixed seed of the sample, so that the same table gives the same result. */
    private static final long SEED = 0;

    private Subsample() {
    }

    /** A method for a limited number of rows. */
    @FunctionalInterface
    interface Learning {
        Learned learn(DenseRows rows, Labels labels, int[] truth, Workers workers, Progress progress);
    }

    /**
     * @param truth of the rows; may be {@code null}
     * @return the result of these rows, applied to all
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

    /** @return the indices of the rows to use, ascending */
    static int[] of(final Labels labels) {
        final var unlabeled = IntStream.range(0, labels.size()).filter(i -> labels.codes()[i] < 0).toArray();
        if (unlabeled.length <= MOST_UNLABELED) {
            return IntStream.range(0, labels.size()).toArray();
        }
        final var drawn = Shuffle.first(unlabeled, MOST_UNLABELED, new SplittableRandom(SEED));
        return IntStream.concat(Arrays.stream(labels.labeled()), Arrays.stream(drawn)).sorted().toArray();
    }

    /**
     * @param learned from a sample of the rows
     * @param rows all rows
     * @param used the indices of the sample
     * @return the same with probabilities of all rows, predicted by the classifiers for those not in the sample
     */
    private static Learned applied(final Learned learned, final DenseRows rows, final int[] used, final Workers workers,
        final Progress progress) {
        final var all = learned.classifier().predict(rows, workers, progress.part(0, 0.5));
        final var alone = learned.aloneClassifier().predict(rows, workers, progress.part(0.5, 1));
        final var classes = learned.classifier().classes();
        for (var i = 0; i < used.length; i++) {
            System.arraycopy(learned.probabilities(), i * classes, all, used[i] * classes, classes);
            System.arraycopy(learned.alone(), i * classes, alone, used[i] * classes, classes);
        }
        return learned.with(all, alone);
    }
}

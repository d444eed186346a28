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
 * The rows used for training: all labeled ones, and of very many unlabeled ones a random sample. More of them add
 * little accuracy for the same time.
 */
final class Subsample {

    static final int MAX_UNLABELED = 5000;

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
        final var sample = of(labels);
        if (sample.length == labels.size()) {
            return learning.learn(rows, labels, truth, workers, progress);
        }
        final var truthOfSample = truth == null ? null : Arrays.stream(sample).map(i -> truth[i]).toArray();
        final var learned = learning.learn(rows.select(sample), labels.select(sample), truthOfSample, workers,
            progress.part(0, 0.9));
        return applied(learned, rows, sample, workers, progress.part(0.9, 1));
    }

    /** @return the indices of the rows to use, ascending */
    static int[] of(final Labels labels) {
        final var unlabeled = IntStream.range(0, labels.size()).filter(i -> labels.codes()[i] < 0).toArray();
        if (unlabeled.length <= MAX_UNLABELED) {
            return IntStream.range(0, labels.size()).toArray();
        }
        final var drawn = Shuffle.first(unlabeled, MAX_UNLABELED, new SplittableRandom(SEED));
        return IntStream.concat(Arrays.stream(labels.labeled()), Arrays.stream(drawn)).sorted().toArray();
    }

    /**
     * @param learned from a sample of the rows
     * @param rows all rows
     * @param sample the indices of the sample
     * @return the same with probabilities of all rows, predicted by the classifiers for those not in the sample
     */
    private static Learned applied(final Learned learned, final DenseRows rows, final int[] sample,
        final Workers workers,
        final Progress progress) {
        final var all = learned.classifier().predict(rows, workers, progress.part(0, 0.5)).values().clone();
        final var baseline = learned.baselineClassifier().predict(rows, workers, progress.part(0.5, 1)).values()
            .clone();
        final var classes = learned.classifier().classes();
        for (var i = 0; i < sample.length; i++) {
            learned.probabilities().copyRow(i, all, sample[i]);
            learned.baseline().copyRow(i, baseline, sample[i]);
        }
        return learned.with(new ClassProbabilities(classes, all), new ClassProbabilities(classes, baseline));
    }
}

package org.fewlabel.learn.rounds.agree;

import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.supervised.base.StandardLearner;

/**
 * Tri-training (Zhou and Li, Tri-training: exploiting unlabeled data using three classifiers, 2005): three classifiers
 * begin with different draws of the labeled rows. What two of them agree on teaches the third, as long as their joint
 * error on the labeled rows falls and is made up for by the number of rows. The result is the mean of the three. If it
 * does not prove better than the learner alone, that is the result.
 */
public final class TriTraining {

    private final Optional<StandardLearner> learner;

    private final Contest.Settings settings;

    private final long seed;

    /**
     * @param learner of all three; empty to choose by the labels
     * @param settings rounds, doubt and calibration
     * @param seed of the draws
     */
    public TriTraining(final Optional<StandardLearner> learner, final Contest.Settings settings, final long seed) {
        this.learner = learner;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * @param rows all rows, labeled or not
     * @param labels of the same rows; at least one is labeled
     * @param truth per row its true class, -1 if it is not known: to evaluate the pseudo-labels with, never to learn
     *            from; {@code null} if they are not to be evaluated
     * @return the classes of all rows, and a classifier for others; the thresholds of its rounds are NaN, as agreement
     *         decides
     * @throws org.fewlabel.device.UserMessageException if the lengths differ, or no row is labeled
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Learned fit(final DenseRows rows, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        final var candidates = StandardLearner.candidates(learner).stream()
            .map(each -> new Contest.Contender(each.text(),
                (r, l, w, p) -> new TriCourse(r, l, each, seed, w, p)))
            .toList();
        return new Contest(settings, candidates, Contest.FINALISTS).learn(rows, labels, truth, workers, progress);
    }

    /** @return of the labeled rows that both tell alike, the share that both tell wrong; 0.5 if there is none */
    static double error(final int[] codes, final int[] one, final int[] other) {
        var alike = 0;
        var wrong = 0;
        for (var row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && one[row] >= 0 && one[row] == other[row]) {
                alike++;
                wrong += one[row] == codes[row] ? 0 : 1;
            }
        }
        return alike == 0 ? 0.5 : (double)wrong / alike;
    }

    /**
     * @param error of the two that teach
     * @param before their error when they last taught; larger
     * @param taught how many rows they taught then; 0 for never
     * @param agreed how many rows they agree on now
     * @return how many of those they may teach; 0 for none
     */
    static int most(final double error, final double before, final int taught, final int agreed) {
        final var least = taught == 0 ? (int)Math.floor(error / (before - error) + 1) : taught;
        if (least >= agreed) {
            return 0;
        }
        if (error * agreed < before * least) {
            return agreed;
        }
        return least > error / (before - error) ? (int)Math.ceil(before * least / error - 1) : 0;
    }
}

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
 * start with different bootstrap samples of the labeled rows. The rows on which two of them agree become pseudo-labels
 * of the third, as long as their joint error on the labeled rows decreases and is compensated by the number of rows.
 * The result is the mean of the three. If it is not better than the baseline, the baseline is the result.
 */
public final class TriTraining {

    private final Optional<StandardLearner> learner;

    private final Contest.Settings settings;

    private final long seed;

    /**
     * @param learner of all three; empty to select one by cross-validation
     * @param settings rounds, check and calibration
     * @param seed of the random draws
     */
    public TriTraining(final Optional<StandardLearner> learner, final Contest.Settings settings, final long seed) {
        this.learner = learner;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @param truth the true class of each row, -1 if unknown: for evaluating pseudo-labels, never for training;
     *            {@code null} if they are not evaluated
     * @return the class probabilities of all rows and a classifier for new ones; the thresholds of its rounds are NaN,
     *         as agreement decides
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

    /** @return the share of errors among the labeled rows on which both agree; 0.5 if there is none */
    static double error(final int[] codes, final int[] one, final int[] other) {
        var agreed = 0;
        var wrong = 0;
        for (var row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && one[row] >= 0 && one[row] == other[row]) {
                agreed++;
                wrong += one[row] == codes[row] ? 0 : 1;
            }
        }
        return agreed == 0 ? 0.5 : (double)wrong / agreed;
    }

    /**
     * @param error of the two teachers
     * @param before their error at their previous pseudo-labels; larger
     * @param taught the number of their previous pseudo-labels; 0 for none
     * @param agreed the number of unlabeled rows on which they agree now
     * @return the maximum number of pseudo-labels; 0 for none
     */
    static int maxPseudoLabels(final double error, final double before, final int taught, final int agreed) {
        final var minimum = taught == 0 ? (int)Math.floor(error / (before - error) + 1) : taught;
        if (minimum >= agreed) {
            return 0;
        }
        if (error * agreed < before * minimum) {
            return agreed;
        }
        return minimum > error / (before - error) ? (int)Math.ceil(before * minimum / error - 1) : 0;
    }
}

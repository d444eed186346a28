package org.fewlabel.learn.rounds;

import java.util.List;
import java.util.Optional;

import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.model.UnusualRows;
import org.fewlabel.learn.rounds.agree.ViewsReport;

/**
 * How learning in rounds went, beside what {@link org.fewlabel.learn.rounds.contest.Learned} says.
 *
 * @param automatic whether the base learner was chosen by the method
 * @param unlabeled the number of unlabeled rows
 * @param used how many of them were used for training
 * @param agreement the share of the unlabeled rows that result and baseline predict alike; 1 if there are none
 * @param baselineAccuracy the cross-validated accuracy of the baseline; NaN if there are too few labels
 * @param startIsBaseline whether the method starts from what the baseline predicts; its learner may be another one
 * @param unlabeledClasses the names of the classes that no row is labeled with
 * @param untrustedClasses the names of those that no pseudo-label of the resulting round was confident enough for
 * @param unknownClasses the names of those that only the truth has
 * @param pseudoLabelAccuracy of the round {@code checkedRound}, by the truth; NaN if that is not known
 * @param checkedRound the number of the resulting round, or of the last one if the result is the baseline
 * @param views whether two views suit co-training; empty if there are none
 * @param constantEmbedding whether a given encoder makes the same embedding of all rows
 * @param constantColumns the names of the columns that are not used because they do not have two different values
 * @param hashedWords of the columns of which terms are hashed
 * @param unusual what is unusual about the predicted rows
 */
public record RoundFigures(boolean automatic, int unlabeled, int used, double agreement, double baselineAccuracy,
    boolean startIsBaseline, List<String> unlabeledClasses,
    List<String> untrustedClasses, List<String> unknownClasses, double pseudoLabelAccuracy, int checkedRound,
    Optional<ViewsReport> views, boolean constantEmbedding, List<String> constantColumns,
    List<HashedWords> hashedWords, UnusualRows unusual) {
}

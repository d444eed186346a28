package org.fewlabel.learn.rounds;

import java.util.List;
import java.util.Optional;

import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.model.UnusualRows;
import org.fewlabel.learn.rounds.agree.ViewsReport;

/**
 * The figures of self-training or co-training, in addition to {@link org.fewlabel.learn.rounds.contest.Learned}.
 *
 * @param automatic whether the base learner was selected automatically
 * @param unlabeled the number of unlabeled rows
 * @param used the number of them used for training
 * @param agreement the share of the unlabeled rows with the same prediction by result and baseline; 1 if there are none
 * @param baselineAccuracy the cross-validated accuracy of the baseline; NaN if there are too few labels
 * @param startIsBaseline whether the method starts from what the baseline predicts; its learner may be another one
 * @param unlabeledClasses the names of the classes without a label
 * @param untrustedClasses the names of the classes without a confident pseudo-label in the resulting round
 * @param unknownClasses the names of the classes in the truth only
 * @param pseudoLabelAccuracy the accuracy of the pseudo-labels in the round {@code checkedRound}; NaN without the truth
 * @param checkedRound the number of the resulting round, or of the last one if the result is the baseline
 * @param views whether two views suit co-training; empty if there are none
 * @param constantEmbedding whether a given encoder computes the same embedding for all rows
 * @param constantColumns the names of the constant columns, which are not used
 * @param hashedWords of the columns whose terms are hashed
 * @param unusual what is unusual about the predicted rows
 */
public record RoundFigures(boolean automatic, int unlabeled, int used, double agreement, double baselineAccuracy,
    boolean startIsBaseline, List<String> unlabeledClasses,
    List<String> untrustedClasses, List<String> unknownClasses, double pseudoLabelAccuracy, int checkedRound,
    Optional<ViewsReport> views, boolean constantEmbedding, List<String> constantColumns,
    List<HashedWords> hashedWords, UnusualRows unusual) {
}

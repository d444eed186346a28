package org.fewlabel.learn.propagation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.neighbor.SearchOutcome;

/**
 * The figures of a propagation.
 *
 * @param labeled the number of labeled rows
 * @param unlabeled the number of unlabeled rows
 * @param unreached the number of unlabeled rows that no label reaches
 * @param unreachedGroups the number of connected components of these
 * @param labeledClasses the number of classes with a labeled row
 * @param unlabeledClasses the names of the others
 * @param weights of the methods in the ensemble, which sum to 1, in the order of the candidates; empty if the user
 *            selected the method
 * @param accuracy the cross-validated accuracy; empty if there are too few labels
 * @param agreement the share of the unlabeled rows with the same prediction by result and baseline; 1 if there are none
 * @param search how neighbors were found
 * @param recall recall@k, the share of the true neighbors that were found
 * @param constantColumns the names of the constant columns, which are not used
 * @param hashedWords of the columns whose terms are hashed
 */
public record PropagationFigures(int labeled, int unlabeled, int unreached, int unreachedGroups, int labeledClasses,
    List<String> unlabeledClasses, Map<CandidateMethod, Double> weights, Optional<CrossValidatedAccuracy> accuracy,
    double agreement, SearchOutcome search, double recall, List<String> constantColumns,
    List<HashedWords> hashedWords) {
}

package org.fewlabel.learn.propagation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.neighbor.SearchOutcome;

/**
 * How spreading labels went.
 *
 * @param labeled the number of labeled rows
 * @param unlabeled the number of unlabeled rows
 * @param unreached how many of these no label reaches
 * @param unreachedGroups in how many groups of the graph those are
 * @param labeledClasses the number of classes with a labeled row
 * @param unlabeledClasses the names of the others
 * @param weights of the methods whose mean the result is, summing to 1, in the order of the candidates; empty if the
 *            user chose the method
 * @param accuracy cross-validated; empty if there are too few labels
 * @param agreement the share of the unlabeled rows that result and baseline predict alike; 1 if there are none
 * @param search how neighbors were found
 * @param recall the share of the true neighbors that were found
 * @param constantColumns the names of the columns that are not used because they do not have two different values
 * @param hashedWords of the columns of which terms are hashed
 */
public record PropagationFigures(int labeled, int unlabeled, int unreached, int unreachedGroups, int labeledClasses,
    List<String> unlabeledClasses, Map<CandidateMethod, Double> weights, Optional<CrossValidatedAccuracy> accuracy,
    double agreement, SearchOutcome search, double recall, List<String> constantColumns,
    List<HashedWords> hashedWords) {
}

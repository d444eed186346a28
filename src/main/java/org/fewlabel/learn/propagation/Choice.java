package org.fewlabel.learn.propagation;

import java.util.Map;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.graph.Spread;
import org.fewlabel.learn.supervised.Classifier;

/**
 * The result of a propagation with the selected methods.
 *
 * @param spread the classes of all rows
 * @param baseline the predictions of the baseline predicts for all rows
 * @param classifier for new rows
 * @param graph the graph of the rows
 * @param accuracy the cross-validated accuracy; {@code null} without cross-validation
 * @param temperature of the calibration; 1 without calibration
 * @param weights of the methods in the ensemble, which sum to 1, in the order of the candidates; empty if the user
 *            selected the method
 */
public record Choice(Spread spread, ClassProbabilities baseline, Classifier classifier, RowGraph graph,
    CrossValidatedAccuracy accuracy,
    double temperature, Map<CandidateMethod, Double> weights) {
}

package org.fewlabel.learn.propagation;

import java.util.Map;

import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.graph.Spread;
import org.fewlabel.learn.supervised.Classifier;

/**
 * The result of a propagation with the selected methods.
 *
 * @param spread the classes of all rows
 * @param alone row by row, {@code rows * classes}: what logistic regression on the labeled rows alone says
 * @param classifier for new rows
 * @param joined the graph of the rows
 * @param judged the cross-validated accuracy; {@code null} without cross-validation
 * @param temperature of the calibration; 1 without calibration
 * @param weights of the methods in the ensemble, which sum to 1, in the order of the candidates; empty if the user
 *            selected the method
 */
public record Choice(Spread spread, double[] alone, Classifier classifier, RowGraph joined,
    CrossValidatedAccuracy judged,
    double temperature, Map<CandidateMethod, Double> weights) {
}

package org.fewlabel.learn.propagation;

import java.util.Map;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.graph.Spread;
import org.fewlabel.learn.supervised.Classifier;

/**
 * What was chosen and learned.
 *
 * @param spread the classes of all rows
 * @param baseline what the baseline predicts for all rows
 * @param classifier the same as {@code spread} for other rows
 * @param joined the rows in their graph
 * @param judged how often the result, and the labeled rows alone, are right about labels that they were not told;
 *            {@code null} if nothing could be judged
 * @param temperature at which the probabilities were calibrated; 1 if they were not
 * @param weights of the methods whose mean the result is, summing to 1, in the order of the candidates; empty if the
 *            user chose
 */
public record Choice(Spread spread, ClassProbabilities baseline, Classifier classifier, RowGraph joined,
    CrossValidatedAccuracy judged,
    double temperature, Map<CandidateMethod, Double> weights) {
}

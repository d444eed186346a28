package org.fewlabel.learn.propagation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.MixtureClassifier;
import org.fewlabel.learn.supervised.Temperature;
import org.fewlabel.learn.supervised.WeightedMean;

/**
 * The weighted ensemble of candidates.
 *
 * @param labels of the rows
 * @param joined the graph, which determines the rows that a label reaches
 * @param logistic the baseline
 * @param untempered its predictions for all rows
 * @param alone the same after temperature scaling
 */
record Ensemble(Labels labels, RowGraph joined, LogisticRegression logistic, double[] untempered, double[] alone) {

    /**
     * @param said per candidate what it says of all rows; {@code null} where its weight is 0
     * @param weights of the candidates, which sum to 1
     * @param aloneTemperature the temperature of the baseline
     * @param temperature of the result
     * @param judged {@code null} without cross-validation
     */
    Choice choice(final List<Candidate> candidates, final List<double[]> said, final double[] weights,
        final double aloneTemperature, final double temperature, final CrossValidatedAccuracy judged) {
        final var classes = labels.classes().size();
        final var byGraph = byGraph(said, weights);
        final var share = weights[Automatic.ALONE];
        final var mean = Temperature.apply(WeightedMean.of(List.of(byGraph, alone), new double[]{1 - share, share}),
            classes,
            temperature);
        final var spread = joined.reachable(labels, mean);
        final var parts = new ArrayList<Classifier>();
        parts.add(logistic);
        if (share < 1) {
            parts.add(joined.classifier(classes, joined.reachable(labels, byGraph).probabilities()));
        }
        final var classifier = new MixtureClassifier(parts,
            share < 1 ? new double[]{share, 1 - share} : new double[]{1},
            share < 1 ? new double[]{aloneTemperature, 1} : new double[]{aloneTemperature}, temperature);
        return new Choice(spread, untempered, classifier, joined, judged, temperature,
            byMethod(candidates, weights));
    }

    /** Averages all candidates except the baseline, which is used where the graphs of the others do not reach. */
    private double[] byGraph(final List<double[]> said, final double[] weights) {
        final var parts = new ArrayList<double[]>();
        final var theirs = new ArrayList<Double>();
        for (var c = 0; c < weights.length; c++) {
            if (c != Automatic.ALONE && weights[c] > 0) {
                parts.add(said.get(c));
                theirs.add(weights[c]);
            }
        }
        if (parts.isEmpty()) {
            return alone;
        }
        final var mean = WeightedMean.of(parts, theirs.stream().mapToDouble(Double::doubleValue).toArray());
        for (var at = 0; at < mean.length; at++) {
            mean[at] = Double.isNaN(mean[at]) ? alone[at] : mean[at];
        }
        return mean;
    }

    private static Map<CandidateMethod, Double> byMethod(final List<Candidate> candidates, final double[] weights) {
        final var byMethod = new LinkedHashMap<CandidateMethod, Double>();
        for (var c = 0; c < weights.length; c++) {
            if (weights[c] > 0) {
                byMethod.merge(candidates.get(c).method(), weights[c], Double::sum);
            }
        }
        return byMethod;
    }
}

package org.fewlabel.learn.propagation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.LogisticRegression;
import org.fewlabel.learn.supervised.MixtureClassifier;
import org.fewlabel.learn.supervised.Temperature;

/**
 * Makes one result of what candidates say, each by its weight.
 *
 * @param labels of the rows
 * @param joined the rows in the graph that tells which a label reaches
 * @param logistic fitted on the labeled rows alone
 * @param baseline what the baseline predicts for all rows
 * @param alone what {@code logistic} predicts for all rows, at its temperature
 */
record Ensemble(Labels labels, RowGraph joined, LogisticRegression logistic, ClassProbabilities baseline,
    ClassProbabilities alone) {

    /**
     * @param said per candidate what it says of all rows; {@code null} where its weight is 0
     * @param weights of the candidates, summing to 1
     * @param aloneTemperature the temperature of the labeled rows alone
     * @param temperature of the result
     * @param judged {@code null} if nothing could be judged
     */
    Choice choice(final List<Candidate> candidates, final List<ClassProbabilities> said, final double[] weights,
        final double aloneTemperature, final double temperature, final CrossValidatedAccuracy judged) {
        final var byGraph = byGraph(said, weights);
        final var share = weights[Automatic.ALONE];
        final var mean = Temperature.apply(
            ClassProbabilities.mean(List.of(byGraph, alone), new double[]{1 - share, share}),
            temperature);
        final var spread = joined.reachable(labels, mean);
        final var parts = new ArrayList<Classifier>();
        parts.add(logistic);
        if (share < 1) {
            parts.add(joined.classifier(joined.reachable(labels, byGraph).probabilities()));
        }
        final var classifier = new MixtureClassifier(parts,
            share < 1 ? new double[]{share, 1 - share} : new double[]{1},
            share < 1 ? new double[]{aloneTemperature, 1} : new double[]{aloneTemperature}, temperature);
        return new Choice(spread, baseline, classifier, joined, judged, temperature,
            byMethod(candidates, weights));
    }

    /** The mean of all but the labeled rows alone, which stand in where the graphs of the others do not reach. */
    private ClassProbabilities byGraph(final List<ClassProbabilities> said, final double[] weights) {
        final var parts = new ArrayList<ClassProbabilities>();
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
        final var mean = ClassProbabilities.mean(parts, theirs.stream().mapToDouble(Double::doubleValue).toArray())
            .values();
        for (var at = 0; at < mean.length; at++) {
            mean[at] = Double.isNaN(mean[at]) ? alone.values()[at] : mean[at];
        }
        return new ClassProbabilities(alone.classes(), mean);
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

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
 * The weighted ensemble of candidates.
 *
 * @param labels of the rows
 * @param graph the graph, which determines the rows that a label reaches
 * @param logistic logistic regression on the labeled rows, a member of the ensemble
 * @param baseline the baseline's predictions for all rows
 * @param regression the predictions of {@code logistic} for all rows after temperature scaling
 */
record Ensemble(Labels labels, RowGraph graph, LogisticRegression logistic, ClassProbabilities baseline,
    ClassProbabilities regression) {

    /**
     * @param predictions of the candidates for all rows; {@code null} where the weight is 0
     * @param weights of the candidates, which sum to 1
     * @param baselineTemperature the temperature of the baseline
     * @param temperature of the result
     * @param accuracy {@code null} without cross-validation
     */
    Choice choice(final List<Candidate> candidates, final List<ClassProbabilities> predictions, final double[] weights,
        final double baselineTemperature, final double temperature, final CrossValidatedAccuracy accuracy) {
        final var byGraph = byGraph(predictions, weights);
        final var share = weights[Automatic.BASELINE];
        final var mean = Temperature.apply(
            ClassProbabilities.mean(List.of(byGraph, regression), new double[]{1 - share, share}),
            temperature);
        final var spread = graph.reachable(labels, mean);
        final var parts = new ArrayList<Classifier>();
        parts.add(logistic);
        if (share < 1) {
            parts.add(graph.classifier(graph.reachable(labels, byGraph).probabilities()));
        }
        final var classifier = new MixtureClassifier(parts,
            share < 1 ? new double[]{share, 1 - share} : new double[]{1},
            share < 1 ? new double[]{baselineTemperature, 1} : new double[]{baselineTemperature}, temperature);
        return new Choice(spread, baseline, classifier, graph, accuracy, temperature,
            byMethod(candidates, weights));
    }

    /** Averages all candidates except the baseline, which is used where the graphs of the others do not reach. */
    private ClassProbabilities byGraph(final List<ClassProbabilities> predictions, final double[] weights) {
        final var parts = new ArrayList<ClassProbabilities>();
        final var partWeights = new ArrayList<Double>();
        for (var c = 0; c < weights.length; c++) {
            if (c != Automatic.BASELINE && weights[c] > 0) {
                parts.add(predictions.get(c));
                partWeights.add(weights[c]);
            }
        }
        if (parts.isEmpty()) {
            return regression;
        }
        final var mean = ClassProbabilities.mean(parts, partWeights.stream().mapToDouble(Double::doubleValue).toArray())
            .values();
        for (var at = 0; at < mean.length; at++) {
            mean[at] = Double.isNaN(mean[at]) ? regression.values()[at] : mean[at];
        }
        return new ClassProbabilities(regression.classes(), mean);
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

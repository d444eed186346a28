package org.fewlabel.learn.graph;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;

/**
 * Label propagation combined with another classifier (Zhu, Ghahramani and Lafferty, Semi-supervised learning
 * using Gaussian fields and harmonic functions, 2003, section 5). With a pull close to 1 it is that classifier,
 * slightly smoothed along the graph; close to 0 it is label propagation, in which the classifier decides only nodes far
 * from every label. Nodes that no label reaches get no prediction, whatever the classifier predicts.
 */
public final class GuidedPropagation implements GraphMethod {

    private final double pull;

    private final ClassProbabilities guidance;

    /**
     * @param pull the weight of the classifier against the neighbors; above 0, below 1
     * @param guidance what the classifier predicts for the nodes
     * @throws IllegalArgumentException if the pull is not in that range
     */
    public GuidedPropagation(final double pull, final ClassProbabilities guidance) {
        if (!(pull > 0 && pull < 1)) {
            throw new IllegalArgumentException("The pull must lie between 0 and 1, not be " + pull + ".");
        }
        this.pull = pull;
        this.guidance = guidance;
    }

    @Override
    public Spread spread(final Graph graph, final Seeds seeds, final Workers workers, final Progress progress) {
        if (guidance.values().length != seeds.counts().length) {
            throw new IllegalArgumentException(
                guidance.values().length + " probabilities do not guide " + seeds.counts().length + ".");
        }
        return HarmonicFunction.of(graph, seeds, pull, guidance.values(), workers, progress).spread(graph, seeds);
    }
}

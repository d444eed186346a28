package org.fewlabel.learn.graph;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * Label propagation (Zhu and Ghahramani, Learning from labeled and unlabeled data with label propagation, 2002;
 * Zhu, Ghahramani and Lafferty, Semi-supervised learning using Gaussian fields and harmonic functions, 2003). Labeled
 * nodes keep their label; every other node is the mean of its neighbors, weighted by the edges. This is the probability
 * that a random walk from the node reaches a label of the class first. Nothing corrects for class frequencies: with
 * very few labels and very many rows one class may take nearly all of them.
 */
public final class LabelPropagation implements GraphMethod {

    @Override
    public Spread spread(final Graph graph, final Seeds seeds, final Workers workers, final Progress progress) {
        return HarmonicFunction.of(graph, seeds, 0, null, workers, progress).spread(graph, seeds);
    }
}

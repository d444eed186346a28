package org.fewlabel.learn.graph;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/** A method that propagates the labels of a few nodes along the edges of a graph. */
public interface GraphMethod {

    /**
     * @param graph the nodes and their edges
     * @param seeds the labels of the nodes; at least one
     * @return the class probabilities of all nodes
     * @throws CancellationException if the user canceled
     */
    Spread spread(Graph graph, Seeds seeds, Workers workers, Progress progress);
}

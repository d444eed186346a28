package org.fewlabel.learn.graph;

import java.util.concurrent.CancellationException;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;

/** A way to spread the labels of a few rows along the edges of a graph. */
public interface GraphMethod {

    /**
     * @param graph its nodes are the rows of the labels
     * @param labels at least one row is labelled
     * @return the classes of all rows
     * @throws CancellationException if the user cancelled
     */
    Spread spread(Graph graph, Labels labels, Workers workers, Progress progress);
}

/**
 * Labels spread over a graph of near rows. A {@link org.fewlabel.learn.graph.NeighbourSearch} finds the
 * {@link org.fewlabel.learn.graph.Neighbours} of every row, a {@link org.fewlabel.learn.graph.Graph} joins them, a
 * {@link org.fewlabel.learn.graph.GraphMethod} spreads the labels, and a
 * {@link org.fewlabel.learn.graph.GraphClassifier} extends the result to rows that were not there.
 * {@link org.fewlabel.learn.graph.JoinedRows} are rows with their graph, over which several methods can be tried, and
 * {@link org.fewlabel.learn.graph.GraphLearner} is all of that in one call. {@link org.fewlabel.learn.graph.Influence} says
 * which labelled rows decided.
 */
package org.fewlabel.learn.graph;

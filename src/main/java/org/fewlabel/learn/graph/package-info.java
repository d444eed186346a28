/**
 * Labels spread over a graph of near rows. A {@link org.fewlabel.learn.graph.Graph} joins {@link
 * org.fewlabel.learn.neighbor.Neighbors}, a {@link org.fewlabel.learn.graph.GraphMethod} spreads the labels, and a
 * {@link org.fewlabel.learn.graph.GraphClassifier} extends the result to new rows. {@link
 * org.fewlabel.learn.graph.RowGraph} holds rows with their graph, on which several methods can be tried, and {@link
 * org.fewlabel.learn.graph.GraphLearner} is all of that in one call. {@link org.fewlabel.learn.graph.Influence}
 * computes which labeled rows decided.
 */
package org.fewlabel.learn.graph;

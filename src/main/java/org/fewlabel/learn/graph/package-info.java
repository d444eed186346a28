/**
 * Label propagation along a graph of similar rows. A {@link org.fewlabel.learn.graph.Graph} connects {@link
 * org.fewlabel.learn.neighbor.Neighbors}, a {@link org.fewlabel.learn.graph.GraphMethod} propagates the labels, and a
 * {@link org.fewlabel.learn.graph.GraphClassifier} extends the result to new rows. {@link
 * org.fewlabel.learn.graph.RowGraph} holds rows with their graph, along which several methods can propagate, and {@link
 * org.fewlabel.learn.graph.GraphLearner} is all of that in one call. {@link org.fewlabel.learn.graph.Influence}
 * computes the most influential labeled rows.
 */
package org.fewlabel.learn.graph;

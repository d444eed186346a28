/**
 * Consistency regularization: networks trained on few labeled and many unlabeled rows to predict the same class for a
 * row and its views. {@link org.fewlabel.learn.consistency.ConsistencyLearner} trains, by one of the {@link
 * org.fewlabel.learn.consistency.ConsistencyMethod}s; the result is a {@link
 * org.fewlabel.learn.encode.NetworkClassifier}.
 */
package org.fewlabel.learn.consistency;

/**
 * Networks that learn classes from few labeled and many unlabeled rows: whatever is said of a row must also be said of
 * its views. {@link org.fewlabel.learn.consistency.ConsistencyLearner} trains, by one of the
 * {@link org.fewlabel.learn.consistency.ConsistencyMethod}s; what comes out is a
 * {@link org.fewlabel.learn.encode.NetworkClassifier} like any other.
 */
package org.fewlabel.learn.consistency;

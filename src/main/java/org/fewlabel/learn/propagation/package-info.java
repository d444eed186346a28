/**
 * Label propagation on raw rows: {@link org.fewlabel.learn.propagation.LabelPropagator} is what the node of that name
 * runs. {@link org.fewlabel.learn.propagation.Automatic} weights the methods of {@code graph} and the baseline by their
 * cross-validated loss.
 */
package org.fewlabel.learn.propagation;

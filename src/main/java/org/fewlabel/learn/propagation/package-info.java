/**
 * Label propagation on raw rows: {@link org.fewlabel.learn.propagation.LabelPropagator} is what the node of that name
 * runs. {@link org.fewlabel.learn.propagation.Automatic} weights the methods of {@code graph} and the labeled rows
 * alone by their cross-validated likelihood.
 */
package org.fewlabel.learn.propagation;

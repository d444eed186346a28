/**
 * Rows, columns and labels. {@link org.fewlabel.learn.data.Rows} are raw columns,
 * {@link org.fewlabel.learn.data.DenseRows} one flat array of floats, {@link org.fewlabel.learn.data.Labels} the known
 * classes. Everything fitted writes itself into a {@link org.fewlabel.learn.data.State} and is restored from one.
 */
package org.fewlabel.learn.data;

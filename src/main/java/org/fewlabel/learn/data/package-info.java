/**
 * Rows, columns and labels. {@link org.fewlabel.learn.data.Rows} holds raw columns,
 * {@link org.fewlabel.learn.data.DenseRows} encoded rows as one flat array of floats,
 * {@link org.fewlabel.learn.data.Labels} the known classes. Every fitted model is saved to and restored from a
 * {@link org.fewlabel.learn.data.State}.
 */
package org.fewlabel.learn.data;

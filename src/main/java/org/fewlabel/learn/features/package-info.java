/**
 * Raw columns as one flat array of floats in which distances are meaningful:
 * {@link org.fewlabel.learn.features.RowEncoder} fits one {@link org.fewlabel.learn.features.ColumnEncoder} per column.
 */
package org.fewlabel.learn.features;

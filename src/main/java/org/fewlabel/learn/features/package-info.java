/**
 * The encoding of raw columns as numbers for distances and classifiers: {@link org.fewlabel.learn.features.RowEncoder}
 * fits one {@link org.fewlabel.learn.features.ColumnEncoder} per column.
 */
package org.fewlabel.learn.features;

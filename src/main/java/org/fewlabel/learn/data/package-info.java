/**
 * Rows as the methods see them. {@link org.fewlabel.learn.data.Rows} are raw columns; a
 * {@link org.fewlabel.learn.data.RowEncoder} turns them into {@link org.fewlabel.learn.data.DenseRows}, one flat float
 * array in which distances mean something; {@link org.fewlabel.learn.data.Labels} are what is known of the classes.
 * Everything fitted writes itself into a {@link org.fewlabel.learn.data.State} and is restored from one.
 */
package org.fewlabel.learn.data;

/**
 * Several methods weighed against each other by what they make of labels that they were not told.
 * {@link org.fewlabel.learn.choice.Automatic} does so for the methods of the graph and the labelled rows alone; a
 * {@link org.fewlabel.learn.choice.MixtureClassifier} is the result for new rows.
 */
package org.fewlabel.learn.choice;

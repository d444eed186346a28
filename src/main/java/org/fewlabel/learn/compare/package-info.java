/**
 * Comparison of methods for learning from few labels on the user's data: labels are hidden, and the methods are trained
 * with the others and scored on held-out rows. {@link org.fewlabel.learn.compare.Experiment} evaluates,
 * {@link org.fewlabel.learn.compare.Comparison} averages, {@link org.fewlabel.learn.compare.Recommendation} selects.
 */
package org.fewlabel.learn.compare;

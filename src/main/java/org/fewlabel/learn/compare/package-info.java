/**
 * Which way from few labels to a classifier is better for the data at hand: labels are hidden, the ways tried with what
 * is left, and judged on rows that none of them has seen. {@link org.fewlabel.learn.compare.Experiment} tries, {@link
 * org.fewlabel.learn.compare.Comparison} sums up, {@link org.fewlabel.learn.compare.Recommendation} chooses.
 */
package org.fewlabel.learn.compare;

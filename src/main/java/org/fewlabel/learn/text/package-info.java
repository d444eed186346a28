/**
 * Texts as numbers: {@link org.fewlabel.learn.text.Words} finds the words of a text, {@link
 * org.fewlabel.learn.text.Gram} what is counted, {@link org.fewlabel.learn.text.Vocabulary} which of it counts, {@link
 * org.fewlabel.learn.text.SparseRows} are the counts, {@link org.fewlabel.learn.text.TermWeights} say how much each
 * tells, and {@link org.fewlabel.learn.text.TruncatedSvd} finds the few directions in which rows differ most. Nowhere
 * is there an array of all rows by all terms.
 */
package org.fewlabel.learn.text;

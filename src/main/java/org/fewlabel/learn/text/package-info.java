/**
 * Texts as vectors: {@link org.fewlabel.learn.text.Words} tokenizes, {@link org.fewlabel.learn.text.Gram} extracts
 * n-grams, {@link org.fewlabel.learn.text.Vocabulary} selects terms, {@link org.fewlabel.learn.text.SparseRows}
 * contains their counts, {@link org.fewlabel.learn.text.TermWeights} computes TF-IDF weights, and {@link
 * org.fewlabel.learn.text.TruncatedSvd} reduces the dimension. There is never a dense array of all rows by all terms.
 */
package org.fewlabel.learn.text;

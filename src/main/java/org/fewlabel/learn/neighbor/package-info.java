/**
 * k-nearest-neighbor search. A {@link org.fewlabel.learn.neighbor.NeighborSearch} finds {@link
 * org.fewlabel.learn.neighbor.Neighbors}, exactly ({@link org.fewlabel.learn.neighbor.ExactSearch}) or in the nearest
 * cells only, as an inverted file does ({@link org.fewlabel.learn.neighbor.ApproximateSearch}), by Euclidean, cosine,
 * Tanimoto or Gower distance.
 */
package org.fewlabel.learn.neighbor;

package org.fewlabel.learn.features;

import java.util.List;

import org.fewlabel.learn.text.Gram;

/**
 * The terms of a text column that use feature hashing, without a vocabulary.
 *
 * @param column the name of the column
 * @param grams the kinds of terms that are hashed; at least one
 * @param columns the total number of hash buckets of these kinds
 * @param tooMany whether there were too many different terms for a vocabulary; otherwise the user chose hashing
 */
public record HashedWords(String column, List<Gram> grams, int columns, boolean tooMany) {
}

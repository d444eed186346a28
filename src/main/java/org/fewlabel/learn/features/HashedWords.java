package org.fewlabel.learn.features;

import java.util.List;

import org.fewlabel.learn.text.Gram;

/**
 * Terms of a text column that are counted by their hash codes because nobody keeps a vocabulary of them.
 *
 * @param column the name of the column
 * @param grams the kinds of terms that are hashed; at least one
 * @param places the number of hash codes of all these kinds together
 * @param tooMany whether there were too many different terms for a vocabulary; else the user wanted hashing
 */
public record HashedWords(String column, List<Gram> grams, int places, boolean tooMany) {
}

package org.fewlabel.learn.encode;

import java.util.List;

import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.inputs.TextLengths;
import org.fewlabel.learn.net.TrainingResult;

/**
 * A trained encoder with the course of its training.
 *
 * @param encoder the encoder
 * @param training the result of the training
 * @param hashed the texts of which terms are counted by their hash codes
 * @param lengths how much of its texts is read, for each column that is read as pieces of words
=======
 * @param hashed the text columns whose terms are hashed
 * @param lengths for each column of token sequences, how much of its texts is used
>>>>>>> theirs
 */
public record FittedEncoder(TableEncoder encoder, TrainingResult training, List<HashedWords> hashed,
    List<TextLengths> lengths) {
}

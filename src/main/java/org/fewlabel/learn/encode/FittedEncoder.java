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
 * @param hashed the text columns whose terms are hashed
 * @param lengths for each column of token sequences, how much of its texts is used
 */
public record FittedEncoder(TableEncoder encoder, TrainingResult training, List<HashedWords> hashed,
    List<TextLengths> lengths) {
}

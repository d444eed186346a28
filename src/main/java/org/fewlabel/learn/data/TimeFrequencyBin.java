package org.fewlabel.learn.data;

/**
 * Where in a spectrogram a number is.
 *
 * @param vector the name of the vector column
 * @param frame which moment, from 0
 * @param band which of its numbers, from 0
 */
public record TimeFrequencyBin(String vector, int frame, int band) {
}

package org.fewlabel.learn.data;

/**
 * The position of a value in a spectrogram.
 *
 * @param vector the name of the vector column
 * @param frame the index of the frame, from 0
 * @param band the index of the frequency band, from 0
 */
public record TimeFrequencyBin(String vector, int frame, int band) {
}

/**
 * Recordings as feature vectors: {@link org.fewlabel.learn.audio.WaveFile} reads, {@link
 * org.fewlabel.learn.audio.Resampler} changes the sample rate, {@link org.fewlabel.learn.audio.MelSpectrogram} computes
 * log-mel spectrograms like librosa, and {@link org.fewlabel.learn.audio.SoundDescription} makes vectors of a fixed
 * length. It depends on no other package of the methods.
 */
package org.fewlabel.learn.audio;

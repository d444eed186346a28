/**
 * From the bytes of a recording to numbers that describe how it sounds: {@link org.fewlabel.learn.audio.WaveFile}
 * reads, {@link org.fewlabel.learn.audio.Resampler} changes the rate, {@link org.fewlabel.learn.audio.MelSpectrogram}
 * analyzes as librosa does, and {@link org.fewlabel.learn.audio.SoundDescription} makes vectors of one length of it.
 * Knows no other package of the methods.
 */
package org.fewlabel.learn.audio;

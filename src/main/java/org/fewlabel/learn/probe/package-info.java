/**
 * Evaluation of encoders: nearest-neighbor and linear probes by cross-validation ({@link
 * org.fewlabel.learn.probe.EncoderQuality}), and signs of collapse ({@link org.fewlabel.learn.probe.EmbeddingShape}).
 * {@link org.fewlabel.learn.probe.EncoderCheck} is what the node of that name runs.
 */
package org.fewlabel.learn.probe;

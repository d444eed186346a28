/**
 * Encoders: networks that learn embeddings of the rows of a table without labels. A {@link
 * org.fewlabel.learn.encode.TableEncoder} turns rows into embeddings; its trainers are {@link
 * org.fewlabel.learn.encode.ContrastiveEncoder}, {@link org.fewlabel.learn.encode.MaskedEncoder} and {@link
 * org.fewlabel.learn.encode.Autoencoder}; {@link org.fewlabel.learn.encode.FineTuning} turns them into classifiers.
 */
package org.fewlabel.learn.encode;

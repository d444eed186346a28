/**
 * Encoders: networks that learned without labels to tell the rows of a table apart. A {@link
 * org.fewlabel.learn.encode.TableEncoder} turns rows into embeddings; the classes that train one are {@link
 * org.fewlabel.learn.encode.ContrastiveEncoder}, {@link org.fewlabel.learn.encode.MaskedEncoder} and {@link
 * org.fewlabel.learn.encode.Autoencoder}; {@link org.fewlabel.learn.encode.FineTuning} makes classifiers of them.
 */
package org.fewlabel.learn.encode;

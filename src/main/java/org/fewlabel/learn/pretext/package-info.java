/**
 * Pretext tasks of self-supervised learning. A {@link org.fewlabel.learn.pretext.PretextTask} is data; {@link
 * org.fewlabel.learn.pretext.Corruption} applies it to rows, to encoded ones for training and to raw ones for the
 * preview.
 */
package org.fewlabel.learn.pretext;

/**
 * Tasks that a table sets itself, so that a network can learn without labels. A {@link
 * org.fewlabel.learn.pretext.PretextTask} is data; {@link org.fewlabel.learn.pretext.Damage} does to rows what it says,
 * encoded ones for training and raw ones for the eye.
 */
package org.fewlabel.learn.pretext;

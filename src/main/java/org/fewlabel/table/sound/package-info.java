/**
 * Columns of recordings to columns of vectors: where the bytes are, what all recordings have in common, and the
 * picture.
 */
package org.fewlabel.table.sound;

/** From columns of recordings to columns of vectors: reading files, settings common to all recordings, and images. */
package org.fewlabel.table.sound;

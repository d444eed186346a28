/** Conversion of image files to numbers and back. */
package org.fewlabel.table.image;

/** The node Masked Encoder: learns to find out what was changed in a row. */
package org.fewlabel.nodes.encode.maskedencoder;

/** The node Masked Encoder: trains an encoder to detect and reconstruct changed cells. */
package org.fewlabel.nodes.encode.maskedencoder;

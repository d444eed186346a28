/** The node Autoencoder: learns to reconstruct a row from a short code. */
package org.fewlabel.nodes.encode.autoencoder;

/** The node Autoencoder: trains an encoder to reconstruct a row from a short vector. */
package org.fewlabel.nodes.encode.autoencoder;

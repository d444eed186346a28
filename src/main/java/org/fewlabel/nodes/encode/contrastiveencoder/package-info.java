/** The node Contrastive Encoder: trains an encoder by contrastive learning. */
package org.fewlabel.nodes.encode.contrastiveencoder;

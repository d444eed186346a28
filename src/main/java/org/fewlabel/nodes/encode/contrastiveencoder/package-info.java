/** The node Contrastive Encoder: learns to know a row again from two views of it. */
package org.fewlabel.nodes.encode.contrastiveencoder;

/** The node Encoder Check: whether an embedding is any good. */
package org.fewlabel.nodes.encode.encodercheck;

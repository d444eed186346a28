/** The node Encoder Apply: the embedding of each row, from any encoder. */
package org.fewlabel.nodes.encode.encoderapply;

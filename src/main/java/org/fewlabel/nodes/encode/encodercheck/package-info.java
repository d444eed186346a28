/** The node Encoder Check: evaluates an embedding against the original columns. */
package org.fewlabel.nodes.encode.encodercheck;

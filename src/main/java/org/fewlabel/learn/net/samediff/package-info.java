/** The engine on SameDiff and ND4J; with {@code org.fewlabel.device} the only room that sees them. */
package org.fewlabel.learn.net.samediff;

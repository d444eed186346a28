/** The engine on SameDiff and ND4J; the only package besides {@code org.fewlabel.device} that uses them. */
package org.fewlabel.learn.net.samediff;

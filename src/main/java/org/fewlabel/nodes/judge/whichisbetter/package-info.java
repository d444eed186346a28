/** The node Which Is Better?: compares ways from labels to a classifier, and goes the best one. */
package org.fewlabel.nodes.judge.whichisbetter;

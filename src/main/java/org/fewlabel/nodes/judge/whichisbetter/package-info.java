/** The node Which Is Better?: compares methods for learning from few labels and trains the best one. */
package org.fewlabel.nodes.judge.whichisbetter;

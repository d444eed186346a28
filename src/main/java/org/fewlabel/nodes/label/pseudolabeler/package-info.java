/** The node Pseudo-Labeler: a classifier that learns from its own confident predictions (self-training). */
package org.fewlabel.nodes.label.pseudolabeler;

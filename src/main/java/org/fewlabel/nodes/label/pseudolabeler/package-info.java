/** The node Pseudo-Labeler: a classifier that learns from its own guesses, as far as they can be trusted. */
package org.fewlabel.nodes.label.pseudolabeler;

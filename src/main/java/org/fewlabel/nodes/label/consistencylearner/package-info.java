/** The node Consistency Learner: a network that must say the same of a row and of its views. */
package org.fewlabel.nodes.label.consistencylearner;

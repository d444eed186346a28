/** The node Consistency Learner: a network trained with consistency regularization. */
package org.fewlabel.nodes.label.consistencylearner;

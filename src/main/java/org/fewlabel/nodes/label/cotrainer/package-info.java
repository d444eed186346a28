/** The node Co-Trainer: co-training on two views of the columns, or tri-training on three samples of the labels. */
package org.fewlabel.nodes.label.cotrainer;

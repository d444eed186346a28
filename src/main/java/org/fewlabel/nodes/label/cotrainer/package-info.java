/** The node Co-Trainer: classifiers that teach each other, by different columns or by different draws of the labels. */
package org.fewlabel.nodes.label.cotrainer;

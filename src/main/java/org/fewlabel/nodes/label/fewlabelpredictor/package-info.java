/** The node Few-Label Predictor: applies a classifier of this extension to new rows. */
package org.fewlabel.nodes.label.fewlabelpredictor;

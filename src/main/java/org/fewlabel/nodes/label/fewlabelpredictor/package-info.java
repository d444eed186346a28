/** The node Few-Label Predictor: any classifier of this extension on new rows. */
package org.fewlabel.nodes.label.fewlabelpredictor;

/** The node Label Masker: hides known labels to simulate learning from few labels. */
package org.fewlabel.nodes.prepare.labelmasker;

/** The node Label Masker: hides known labels to rehearse the few-label case. */
package org.fewlabel.nodes.prepare.labelmasker;

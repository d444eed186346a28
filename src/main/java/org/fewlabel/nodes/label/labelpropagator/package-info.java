/** The node Label Propagator: spreads a few labels along a graph of similar rows. */
package org.fewlabel.nodes.label.labelpropagator;

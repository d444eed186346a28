/** The node Label Propagator: propagates a few labels along a graph of similar rows. */
package org.fewlabel.nodes.label.labelpropagator;

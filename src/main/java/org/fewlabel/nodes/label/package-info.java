/** The settings that nodes of the category Label have in common; each node has a package of its own below. */
package org.fewlabel.nodes.label;

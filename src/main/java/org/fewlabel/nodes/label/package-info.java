/** The settings shared by the nodes of the category Label; each node has its own package below. */
package org.fewlabel.nodes.label;

/** The settings shared by the nodes of the category Encode; each node has its own package below. */
package org.fewlabel.nodes.encode;

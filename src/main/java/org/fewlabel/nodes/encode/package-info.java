/** The settings that the nodes of the category Encode have in common; each node has a package of its own below. */
package org.fewlabel.nodes.encode;

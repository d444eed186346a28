/** Classes that the nodes of all folders share; each node has a package of its own below. */
package org.fewlabel.nodes;

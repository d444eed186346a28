/** Classes that the nodes of all folders share; each node has its own package below. */
package org.fewlabel.nodes;

/** The node Pretext Generator: the task that a table sets itself, with examples. */
package org.fewlabel.nodes.encode.pretextgenerator;

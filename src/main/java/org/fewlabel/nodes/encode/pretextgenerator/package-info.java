/** The node Pretext Generator: a pretext task for self-supervised training, with examples. */
package org.fewlabel.nodes.encode.pretextgenerator;

/** The node Few-Label Scorer: how good predictions are, beside what the labeled rows alone would have given. */
package org.fewlabel.nodes.judge.fewlabelscorer;

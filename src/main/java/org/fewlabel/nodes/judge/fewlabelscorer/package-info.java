/** The node Few-Label Scorer: scores predictions and compares them with the baseline (labeled rows only). */
package org.fewlabel.nodes.judge.fewlabelscorer;

/** Selection of pseudo-labels: which predictions are learned from, and with what weight. */
package org.fewlabel.learn.rounds.select;

/** Selection of pseudo-labels: which predictions are used for training, and with what weight. */
package org.fewlabel.learn.rounds.select;

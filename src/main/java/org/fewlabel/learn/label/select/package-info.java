/** Which guesses of a classifier are good enough to be learned from, and how much each counts. */
package org.fewlabel.learn.label.select;

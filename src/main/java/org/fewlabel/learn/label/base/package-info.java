/**
 * Learners that others build on, behind one interface: {@link org.fewlabel.learn.label.base.BaseLearner}. They learn from
 * labelled rows, and from rows whose class somebody guessed, which count for less.
 */
package org.fewlabel.learn.label.base;

/**
 * Base learners of semi-supervised methods, behind one interface:
 * {@link org.fewlabel.learn.supervised.base.BaseLearner}. They are trained on labeled rows, and on pseudo-labeled rows
 * with a weight.
 */
package org.fewlabel.learn.supervised.base;

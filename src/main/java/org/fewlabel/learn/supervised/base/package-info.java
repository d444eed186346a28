/**
 * Learners that other methods build on, behind one interface: {@link org.fewlabel.learn.supervised.base.BaseLearner}.
 * They learn from labeled rows, and from pseudo-labeled rows with a weight.
 */
package org.fewlabel.learn.supervised.base;

/**
 * The common parts of methods that learn in rounds: the description of a round, its evaluation by cross-validation, and
 * the decision whether its result replaces the baseline.
 */
package org.fewlabel.learn.rounds.contest;

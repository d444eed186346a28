/**
 * What all methods that learn in rounds share: the description of a round, its evaluation by cross-validation, and the
 * decision whether its result replaces that of the labeled rows alone.
 */
package org.fewlabel.learn.rounds.contest;

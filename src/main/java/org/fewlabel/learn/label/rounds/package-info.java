/**
 * Learning from unlabelled rows in rounds, whatever the method: how a round is described, how it is judged by labels that
 * it was not told, and when its result is trusted more than what the labelled rows alone give.
 */
package org.fewlabel.learn.label.rounds;

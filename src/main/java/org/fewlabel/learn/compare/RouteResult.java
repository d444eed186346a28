package org.fewlabel.learn.compare;

/**
 * The result of a method in a draw with a budget.
 *
 * @param route the method
 * @param budget the index of the budget, from 0
 * @param draw the index of the draw, from 0
 * @param labels the number of given labels
 * @param accuracy on the held-out rows
 * @param balanced the balanced accuracy
 * @param logLoss the mean negative log-likelihood, see {@link org.fewlabel.learn.judge.ClassificationScores}
 * @param seconds the time
 */
public record RouteResult(Route route, int budget, int draw, int labels, double accuracy, double balanced,
    double logLoss,
    double seconds) {
}

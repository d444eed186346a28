package org.fewlabel.learn.compare;

/**
 * One way tried once.
 *
 * @param route which way
 * @param budget which of the budgets, from 0
 * @param draw which of the draws, from 0
 * @param labels how many labels it was told
 * @param accuracy the share of the rows that were held out told right
 * @param balanced the mean of that share over the classes
 * @param logLoss how much its probabilities were surprised, see {@link org.fewlabel.learn.judge.ClassificationScores}
 * @param seconds how long it took
 */
public record RouteResult(Route route, int budget, int draw, int labels, double accuracy, double balanced,
    double logLoss,
    double seconds) {
}

package org.fewlabel.learn.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * What was tried, summed up over the draws.
 *
 * @param tried the cells
 * @param figures a row for each way and budget, ways in their order, budgets from small to large
 */
public record Comparison(Experiment.Tried tried, List<Figures> figures) {

    /**
     * One way with one budget.
     *
     * @param route which way
     * @param budget how many labels
     * @param labels how many labels that were, on average
     * @param accuracy the mean accuracy, with its interval; {@code p} means nothing
     * @param balanced the mean balanced accuracy
     * @param logLoss the mean log loss
     * @param seconds the mean time
     * @param gain the accuracy less that of logistic regression on the same labels
     */
    public record Figures(Route route, Budget budget, double labels, Paired accuracy, double balanced, double logLoss,
        double seconds, Paired gain) {
    }

    /** @param heldOut the share of the labeled rows that was held out */
    static Comparison of(final Experiment.Tried tried, final List<Route> routes, final double heldOut) {
        final var figures = new ArrayList<Figures>();
        for (final var route : routes) {
            for (var b = 0; b < tried.budgets().size(); b++) {
                final var own = cells(tried, route, b);
                final var base = cells(tried, Route.LOGISTIC, b);
                final var gains = new double[own.size()];
                for (var i = 0; i < gains.length; i++) {
                    gains[i] = base.isEmpty() ? Double.NaN : own.get(i).accuracy() - base.get(i).accuracy();
                }
                figures.add(new Figures(route, tried.budgets().get(b), mean(own, RouteResult::labels),
                    Paired.of(own.stream().mapToDouble(RouteResult::accuracy).toArray(), heldOut),
                    mean(own, RouteResult::balanced),
                    mean(own, RouteResult::logLoss), mean(own, RouteResult::seconds), Paired.of(gains, heldOut)));
            }
        }
        return new Comparison(tried, List.copyOf(figures));
    }

    static List<RouteResult> cells(final Experiment.Tried tried, final Route route, final int budget) {
        return tried.cells().stream().filter(cell -> cell.route() == route && cell.budget() == budget).toList();
    }

    private static double mean(final List<RouteResult> cells,
        final java.util.function.ToDoubleFunction<RouteResult> figure) {
        return cells.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}

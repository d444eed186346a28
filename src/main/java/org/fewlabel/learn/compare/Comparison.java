package org.fewlabel.learn.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * The results of an experiment, averaged over the draws.
 *
 * @param results of the experiment
 * @param figures one per method and budget, methods in their order, budgets ascending
 */
public record Comparison(Experiment.Results results, List<Figures> figures) {

    /**
     * The figures of a method with a budget.
     *
     * @param route the method
     * @param budget the budget
     * @param labels the mean number of labels
     * @param accuracy the mean accuracy, with its interval; {@code p} is meaningless
     * @param balanced the mean balanced accuracy
     * @param logLoss the mean log loss
     * @param seconds the mean time
     * @param gain the accuracy minus that of logistic regression on the same labels
     */
    public record Figures(Route route, Budget budget, double labels, Paired accuracy, double balanced, double logLoss,
        double seconds, Paired gain) {
    }

    /** @param heldOut the share of held-out labeled rows */
    static Comparison of(final Experiment.Results results, final List<Route> routes, final double heldOut) {
        final var figures = new ArrayList<Figures>();
        for (final var route : routes) {
            for (var b = 0; b < results.budgets().size(); b++) {
                final var ofRoute = cells(results, route, b);
                final var base = cells(results, Route.LOGISTIC, b);
                final var gains = new double[ofRoute.size()];
                for (var i = 0; i < gains.length; i++) {
                    gains[i] = base.isEmpty() ? Double.NaN : ofRoute.get(i).accuracy() - base.get(i).accuracy();
                }
                figures.add(new Figures(route, results.budgets().get(b), mean(ofRoute, RouteResult::labels),
                    Paired.of(ofRoute.stream().mapToDouble(RouteResult::accuracy).toArray(), heldOut),
                    mean(ofRoute, RouteResult::balanced),
                    mean(ofRoute, RouteResult::logLoss), mean(ofRoute, RouteResult::seconds),
                    Paired.of(gains, heldOut)));
            }
        }
        return new Comparison(results, List.copyOf(figures));
    }

    static List<RouteResult> cells(final Experiment.Results results, final Route route, final int budget) {
        return results.cells().stream().filter(cell -> cell.route() == route && cell.budget() == budget).toList();
    }

    private static double mean(final List<RouteResult> cells,
        final java.util.function.ToDoubleFunction<RouteResult> figure) {
        return cells.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}

package org.fewlabel.learn.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The recommended method with the reason. The ensemble is recommended unless the most robust method, Label Propagator,
 * is better by more than one standard error (the rule of Breiman et al., Classification and regression trees, 1984,
 * section 3.4.3), or any other by more than two: with few labels the best of many is easily the best by chance. If
 * nothing can be compared, the benefit of an ensemble is unknown, and the most robust method is used. If there are only
 * texts, that is Pseudo-Labeler, also instead of the ensemble.
 *
 * @param route the recommended method
 * @param evidence the measured figures; empty if nothing was compared
 * @param notCompared why nothing was compared; empty if something was
 */
public record Recommendation(Route route, Optional<Evidence> evidence, Optional<NotCompared> notCompared) {

    /** The reason why nothing was compared. */
    public enum NotCompared {

        /** Fewer than two classes have two labels, so no row can be held out. */
        TOO_FEW_LABELS,

        /** The time limit was reached before the first draw was finished. */
        TIME_LIMIT
    }

    /**
     * The figures of the recommended method with all labels that were not held out.
     *
     * @param labels the mean number of labels
     * @param accuracy the mean accuracy on the held-out rows over the draws
     * @param draws the number of draws
     * @param rows the number of held-out rows per draw
     * @param baseline the accuracy of logistic regression on the same labels; NaN if it was not compared or is itself
     *            recommended
     * @param gain the accuracy minus the baseline; {@link Paired#UNKNOWN} if there is no baseline
     * @param ahead the method with the highest accuracy, if it is another one whose lead is not clear
     */
    public record Evidence(double labels, double accuracy, int draws, int rows, double baseline, Paired gain,
        Optional<Ahead> ahead) {

        /** @return whether there is a baseline to compare with */
        public boolean compared() {
            return !Double.isNaN(baseline);
        }

        /** @return whether the difference from the baseline is significant */
        public boolean certain() {
            return gain.p() <= SIGNIFICANCE_LEVEL;
        }
    }

    /**
     * A method with a higher accuracy than the recommended one.
     *
     * @param route the method
     * @param accuracy on the same rows with the same labels
     */
    public record Ahead(Route route, double accuracy) {
    }

    /** The methods in the order of robustness, for use without comparison. */
    private static final List<Route> ROBUST = List.of(Route.PROPAGATOR, Route.ENCODED_PROPAGATOR, Route.PSEUDO_LABELER,
        Route.LOGISTIC, Route.ENCODED_LOGISTIC, Route.CONSISTENCY, Route.FOREST, Route.COMMITTEE);

    private static final double SIGNIFICANCE_LEVEL = 0.05;

    /** The standard errors of a clear lead, even of the best of seven. */
    private static final double CLEAR_LEAD = 2;

    /**
     * @param texts whether all columns are texts
     * @param why nothing was compared
     */
    static Recommendation withoutComparison(final List<Route> routes, final boolean texts, final NotCompared why) {
        return new Recommendation(robust(routes, texts), Optional.empty(), Optional.of(why));
    }

    /** @return whether it is based on a comparison */
    public boolean evaluated() {
        return evidence.isPresent();
    }

    /** @param texts whether all columns are texts */
    static Recommendation of(final Comparison comparison, final List<Route> routes, final boolean texts) {
        final var all = comparison.results().budgets().size() - 1;
        final var current = current(comparison, routes, texts);
        final var best = routes.stream().max(Comparator.comparingDouble(route -> mean(scores(comparison, route))))
            .orElse(current);
        final var chosen = best == current || leads(comparison, best, current, CLEAR_LEAD) ? best : current;
        final var figures = figures(comparison, chosen, all);
        final var baseline = chosen != Route.LOGISTIC && routes.contains(Route.LOGISTIC)
            ? figures(comparison, Route.LOGISTIC, all).accuracy().mean() : Double.NaN;
        final var highest = figures(comparison, best, all).accuracy().mean();
        return new Recommendation(chosen, Optional.of(new Evidence(figures.labels(), figures.accuracy().mean(),
            comparison.results().draws(), comparison.results().heldOutRows(), baseline,
            Double.isNaN(baseline) ? Paired.UNKNOWN : figures.gain(),
            highest > figures.accuracy().mean() ? Optional.of(new Ahead(best, highest)) : Optional.empty())),
            Optional.empty());
    }

    /** Returns the method that is recommended unless another one is clearly better. */
    private static Route current(final Comparison comparison, final List<Route> routes, final boolean texts) {
        final var robust = robust(routes, texts);
        return texts || !routes.contains(Route.COMMITTEE) || leads(comparison, robust, Route.COMMITTEE, 1) ? robust
            : Route.COMMITTEE;
    }

    /** Returns the most robust method; for texts naive Bayes with EM, since other methods use few of their words. */
    private static Route robust(final List<Route> routes, final boolean texts) {
        return texts && routes.contains(Route.PSEUDO_LABELER) ? Route.PSEUDO_LABELER
            : ROBUST.stream().filter(routes::contains).findFirst().orElseThrow();
    }

    /**
     * Computes the accuracy of each draw as a weighted mean over the budgets, where each smaller budget has half the
     * weight of the next, to reduce the variance.
     */
    private static double[] scores(final Comparison comparison, final Route route) {
        final var scores = new double[comparison.results().draws()];
        var weights = 0.0;
        var weight = 1.0;
        for (var b = comparison.results().budgets().size() - 1; b >= 0; b--) {
            final var cells = Comparison.cells(comparison.results(), route, b);
            for (var d = 0; d < scores.length; d++) {
                scores[d] += weight * cells.get(d).accuracy();
            }
            weights += weight;
            weight /= 2;
        }
        final var sum = weights;
        Arrays.setAll(scores, d -> scores[d] / sum);
        return scores;
    }

    private static double mean(final double[] scores) {
        return Arrays.stream(scores).average().orElse(Double.NaN);
    }

    /** @param errors the number of standard errors */
    private static boolean leads(final Comparison comparison, final Route best, final Route current,
        final double errors) {
        final var differences = scores(comparison, best);
        final var currentScores = scores(comparison, current);
        Arrays.setAll(differences, d -> differences[d] - currentScores[d]);
        final var paired = Paired.of(differences, (double)comparison.results().heldOutRows()
            / Math.max(1, comparison.results().heldOutRows() + comparison.results().labeled()));
        return paired.mean() > errors * paired.error();
    }

    static Comparison.Figures figures(final Comparison comparison, final Route route, final int budget) {
        final var selected = comparison.results().budgets().get(budget);
        return comparison.figures().stream().filter(f -> f.route() == route && f.budget().equals(selected)).findFirst()
            .orElseThrow();
    }
}

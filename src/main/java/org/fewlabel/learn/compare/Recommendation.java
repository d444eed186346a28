package org.fewlabel.learn.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which way to go, and why. The committee is kept unless another way is better by more than one standard error (the rule
 * of Breiman et al., Classification and regression trees, 1984, section 3.4.3): with few labels the best of several is
 * easily the best by chance. If nothing can be tried, nobody can tell whether the members of a committee are worth their
 * seat, and the way is gone that is best on average with a label per class. If there are only texts, Pseudo-Labeler stands
 * in both cases.
 *
 * @param route which way
 * @param judged whether it was chosen by what was tried
 * @param text the recommendation, its evidence and its doubt, in sentences for the user
 */
public record Recommendation(Route route, boolean judged, String text) {

    /** The ways from the most robust on, untried. */
    private static final List<Route> ROBUST = List.of(Route.PROPAGATOR, Route.ENCODED_PROPAGATOR, Route.PSEUDO_LABELER,
        Route.LOGISTIC, Route.ENCODED_LOGISTIC, Route.CONSISTENCY, Route.FOREST, Route.COMMITTEE);

    private static final double DOUBT = 0.05;

    /**
     * @param texts whether there is nothing but texts
     * @param why nothing was tried, in a sentence
     */
    static Recommendation withoutTrial(final List<Route> routes, final boolean texts, final String why) {
        final var robust = robust(routes, texts);
        return new Recommendation(robust, false,
            "Recommended: " + robust.text() + ", which has proved the most robust with so few labels. " + why);
    }

    /** @param texts whether there is nothing but texts */
    static Recommendation of(final Comparison comparison, final List<Route> routes, final boolean texts) {
        final var all = comparison.tried().budgets().size() - 1;
        final var standing = !texts && routes.contains(Route.COMMITTEE) ? Route.COMMITTEE : robust(routes, texts);
        final var best = routes.stream().max(Comparator.comparingDouble(route -> mean(scores(comparison, route))))
            .orElse(standing);
        final var chosen = best == standing || leads(comparison, best, standing) ? best : standing;
        final var figures = figures(comparison, chosen, all);
        final var text = new StringBuilder(String.format(Locale.ROOT, "Recommended: %s (%s). With %.0f labels it was right "
            + "about %.1f %% of the labelled rows that were held out, over %d draws", chosen.text(),
            chosen.family().text().toLowerCase(Locale.ROOT), figures.labels(), 100 * figures.accuracy().mean(),
            comparison.tried().draws()));
        if (chosen != Route.LOGISTIC && routes.contains(Route.LOGISTIC)) {
            text.append(String.format(Locale.ROOT, "; logistic regression on the same labels alone %.1f %%",
                100 * figures(comparison, Route.LOGISTIC, all).accuracy().mean()));
            text.append(doubt(figures.gain()));
        } else {
            text.append('.');
        }
        if (figures(comparison, best, all).accuracy().mean() > figures.accuracy().mean()) {
            text.append(String.format(Locale.ROOT, " %s was a little better (%.1f %%), but that may be chance.", best.text(),
                100 * figures(comparison, best, all).accuracy().mean()));
        }
        return new Recommendation(chosen, true, text.toString());
    }

    private static String doubt(final Paired gain) {
        if (gain.p() <= DOUBT) {
            return String.format(Locale.ROOT, ", so it gains %.1f points (95 %% sure: %.1f to %.1f).", 100 * gain.mean(),
                100 * gain.low(), 100 * gain.high());
        }
        return String.format(Locale.ROOT, ". The difference of %.1f points may be chance (p = %.2f): with so few labels "
            + "nobody can tell for sure.", 100 * gain.mean(), gain.p());
    }

    /** Of texts, naive Bayes with expectation maximisation: other ways read few of their words. */
    private static Route robust(final List<Route> routes, final boolean texts) {
        return texts && routes.contains(Route.PSEUDO_LABELER) ? Route.PSEUDO_LABELER
            : ROBUST.stream().filter(routes::contains).findFirst().orElseThrow();
    }

    /** By draw, the accuracy: mostly with all labels; the next smaller budget steadies the figure. */
    private static double[] scores(final Comparison comparison, final Route route) {
        final var all = comparison.tried().budgets().size() - 1;
        final var scores = Comparison.cells(comparison.tried(), route, all).stream().mapToDouble(Cell::accuracy).toArray();
        if (all > 0) {
            final var smaller = Comparison.cells(comparison.tried(), route, all - 1);
            Arrays.setAll(scores, d -> (2 * scores[d] + smaller.get(d).accuracy()) / 3);
        }
        return scores;
    }

    private static double mean(final double[] scores) {
        return Arrays.stream(scores).average().orElse(Double.NaN);
    }

    private static boolean leads(final Comparison comparison, final Route best, final Route standing) {
        final var differences = scores(comparison, best);
        final var theirs = scores(comparison, standing);
        Arrays.setAll(differences, d -> differences[d] - theirs[d]);
        final var paired = Paired.of(differences, (double)comparison.tried().heldOutRows()
            / Math.max(1, comparison.tried().heldOutRows() + comparison.tried().labelled()));
        return paired.mean() > paired.error();
    }

    static Comparison.Figures figures(final Comparison comparison, final Route route, final int budget) {
        final var wanted = comparison.tried().budgets().get(budget);
        return comparison.figures().stream().filter(f -> f.route() == route && f.budget().equals(wanted)).findFirst()
            .orElseThrow();
    }
}

package org.fewlabel.learn.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which way to go, and why. The committee is kept unless the most robust way, Label Propagator, is better by more than
 * one standard error (the rule of Breiman et al., Classification and regression trees, 1984, section 3.4.3), or any
 * other by more than two: with few labels the best of many is easily the best by chance. If nothing can be tried,
 * nobody can tell whether the members of a committee are worth their seat, and the most robust way is gone. If there
 * are only texts, that is Pseudo-Labeler, and it takes the place of the committee too.
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

    /** So many standard errors are no chance, even of the best of seven. */
    private static final double CLEARLY = 2;

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
        final var standing = standing(comparison, routes, texts);
        final var best = routes.stream().max(Comparator.comparingDouble(route -> mean(scores(comparison, route))))
            .orElse(standing);
        final var chosen = best == standing || leads(comparison, best, standing, CLEARLY) ? best : standing;
        final var figures = figures(comparison, chosen, all);
        final var text = new StringBuilder(String.format(Locale.ROOT,
            "Recommended: %s (%s). With %.0f labels it was right "
                + "about %.1f %% of the labeled rows that were held out, over %d draws of %d rows each",
            chosen.text(),
            chosen.family().text().toLowerCase(Locale.ROOT), figures.labels(), 100 * figures.accuracy().mean(),
            comparison.tried().draws(), comparison.tried().heldOutRows()));
        if (chosen != Route.LOGISTIC && routes.contains(Route.LOGISTIC)) {
            text.append(String.format(Locale.ROOT, "; logistic regression on the same labels alone %.1f %%",
                100 * figures(comparison, Route.LOGISTIC, all).accuracy().mean()));
            text.append(doubt(figures.gain()));
        } else {
            text.append('.');
        }
        if (figures(comparison, best, all).accuracy().mean() > figures.accuracy().mean()) {
            text.append(
                String.format(Locale.ROOT, " %s was a little better (%.1f %%), but that may be chance.", best.text(),
                    100 * figures(comparison, best, all).accuracy().mean()));
        }
        return new Recommendation(chosen, true, text.toString());
    }

    private static String doubt(final Paired gain) {
        if (gain.p() <= DOUBT) {
            return String.format(Locale.ROOT, ", so it gains %.1f points (95 %% sure: %.1f to %.1f).",
                100 * gain.mean(),
                100 * gain.low(), 100 * gain.high());
        }
        return String.format(Locale.ROOT,
            ". The difference of %.1f points may be chance (p = %.2f): with so few labels "
                + "nobody can tell for sure.",
            100 * gain.mean(), gain.p());
    }

    /** What is kept unless another way is clearly better. */
    private static Route standing(final Comparison comparison, final List<Route> routes, final boolean texts) {
        final var robust = robust(routes, texts);
        return texts || !routes.contains(Route.COMMITTEE) || leads(comparison, robust, Route.COMMITTEE, 1) ? robust
            : Route.COMMITTEE;
    }

    /** Of texts, naive Bayes with expectation maximization: other ways read few of their words. */
    private static Route robust(final List<Route> routes, final boolean texts) {
        return texts && routes.contains(Route.PSEUDO_LABELER) ? Route.PSEUDO_LABELER
            : ROBUST.stream().filter(routes::contains).findFirst().orElseThrow();
    }

    /**
     * By draw, the accuracy: mostly with all labels; each smaller budget counts half as much as the next, to steady it.
     */
    private static double[] scores(final Comparison comparison, final Route route) {
        final var scores = new double[comparison.tried().draws()];
        var weights = 0.0;
        var weight = 1.0;
        for (var b = comparison.tried().budgets().size() - 1; b >= 0; b--) {
            final var cells = Comparison.cells(comparison.tried(), route, b);
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

    /** @param errors by how many standard errors */
    private static boolean leads(final Comparison comparison, final Route best, final Route standing,
        final double errors) {
        final var differences = scores(comparison, best);
        final var theirs = scores(comparison, standing);
        Arrays.setAll(differences, d -> differences[d] - theirs[d]);
        final var paired = Paired.of(differences, (double)comparison.tried().heldOutRows()
            / Math.max(1, comparison.tried().heldOutRows() + comparison.tried().labeled()));
        return paired.mean() > errors * paired.error();
    }

    static Comparison.Figures figures(final Comparison comparison, final Route route, final int budget) {
        final var wanted = comparison.tried().budgets().get(budget);
        return comparison.figures().stream().filter(f -> f.route() == route && f.budget().equals(wanted)).findFirst()
            .orElseThrow();
    }
}

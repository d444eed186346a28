package org.fewlabel.learn.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which way to go, and why. The committee is kept unless the most robust way, Label Propagator, is better by more than
 * one standard error (the rule of Breiman et al., Classification and regression trees, 1984, section 3.4.3), or any
 * other by more than two: with few labels the best of many is easily the best by chance. If nothing can be tried,
 * nobody can tell whether the members of a committee are worth their seat, and the most robust way is gone. If there
 * are only texts, that is Pseudo-Labeler, and it takes the place of the committee too.
 *
 * @param route which way
 * @param evidence what was measured; empty if nothing was tried
 * @param untried why nothing was tried; empty if something was
 */
public record Recommendation(Route route, Optional<Evidence> evidence, Optional<Untried> untried) {

    /** Why nothing was tried. */
    public enum Untried {

        /** Fewer than two classes have two labels, so that none can be held out. */
        TOO_FEW_LABELS,

        /** The time limit was reached before the first draw was finished. */
        TIME_LIMIT
    }

    /**
     * The figures of the recommended way with all labels that were not held out.
     *
     * @param labels how many labels that were, on average
     * @param accuracy on the held-out rows, the mean over the draws
     * @param draws over how many draws
     * @param rows how many rows were held out in each
     * @param baseline the accuracy of logistic regression on the same labels; NaN if that was not tried, or is what is
     *            recommended
     * @param gain the accuracy less the baseline; {@link Paired#UNKNOWN} if there is no baseline
     * @param ahead the way with the highest accuracy, if that is another one whose lead is not clear
     */
    public record Evidence(double labels, double accuracy, int draws, int rows, double baseline, Paired gain,
        Optional<Ahead> ahead) {

        /** @return whether there is a baseline to compare with */
        public boolean compared() {
            return !Double.isNaN(baseline);
        }

        /** @return whether the difference from the baseline, whichever is better, is hardly chance */
        public boolean certain() {
            return gain.p() <= DOUBT;
        }
    }

    /**
     * A way with a higher accuracy than the recommended one.
     *
     * @param route which way
     * @param accuracy on the same rows with the same labels
     */
    public record Ahead(Route route, double accuracy) {
    }

    /** The ways from the most robust on, untried. */
    private static final List<Route> ROBUST = List.of(Route.PROPAGATOR, Route.ENCODED_PROPAGATOR, Route.PSEUDO_LABELER,
        Route.LOGISTIC, Route.ENCODED_LOGISTIC, Route.CONSISTENCY, Route.FOREST, Route.COMMITTEE);

    private static final double DOUBT = 0.05;

    /** So many standard errors are no chance, even of the best of seven. */
    private static final double CLEARLY = 2;

    /**
     * @param texts whether there is nothing but texts
     * @param why nothing was tried
     */
    static Recommendation withoutTrial(final List<Route> routes, final boolean texts, final Untried why) {
        return new Recommendation(robust(routes, texts), Optional.empty(), Optional.of(why));
    }

    /** @return whether it was chosen by what was tried */
    public boolean judged() {
        return evidence.isPresent();
    }

    /** @param texts whether there is nothing but texts */
    static Recommendation of(final Comparison comparison, final List<Route> routes, final boolean texts) {
        final var all = comparison.tried().budgets().size() - 1;
        final var standing = standing(comparison, routes, texts);
        final var best = routes.stream().max(Comparator.comparingDouble(route -> mean(scores(comparison, route))))
            .orElse(standing);
        final var chosen = best == standing || leads(comparison, best, standing, CLEARLY) ? best : standing;
        final var figures = figures(comparison, chosen, all);
        final var baseline = chosen != Route.LOGISTIC && routes.contains(Route.LOGISTIC)
            ? figures(comparison, Route.LOGISTIC, all).accuracy().mean() : Double.NaN;
        final var highest = figures(comparison, best, all).accuracy().mean();
        return new Recommendation(chosen, Optional.of(new Evidence(figures.labels(), figures.accuracy().mean(),
            comparison.tried().draws(), comparison.tried().heldOutRows(), baseline,
            Double.isNaN(baseline) ? Paired.UNKNOWN : figures.gain(),
            highest > figures.accuracy().mean() ? Optional.of(new Ahead(best, highest)) : Optional.empty())),
            Optional.empty());
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

package org.fewlabel.nodes.judge.whichisbetter;

import java.util.Locale;
import java.util.Optional;

import org.fewlabel.learn.compare.LearningCurve;
import org.fewlabel.learn.compare.Recommendation;
import org.fewlabel.learn.compare.Recommendation.Ahead;
import org.fewlabel.learn.compare.Recommendation.Evidence;
import org.fewlabel.learn.compare.Recommendation.NotCompared;
import org.fewlabel.learn.compare.Route;
import org.fewlabel.learn.compare.WhichIsBetter;
import org.fewlabel.table.Report;
import org.fewlabel.table.SharedMessages;
import org.fewlabel.table.Text;

/** The sentences of Which Is Better?. */
final class WhichIsBetterMessages {

    private WhichIsBetterMessages() {
    }

    /** @return what is recommended, how certain that is, and what was skipped */
    static Report of(final WhichIsBetter.Result result) {
        final var tried = result.comparison().map(comparison -> comparison.results().draws()).orElse(0);
        final var report = recommended(result.recommendation(), result.draws());
        result.curve().ifPresent(curve -> report.add(doubled(curve)));
        return report.add(unfinished(tried, result.draws())).add(withoutNetworks(result.withoutNetworks()))
            .add(SharedMessages.constantColumns(result.dropped()));
    }

    /** @param draws the requested number of draws */
    static Report recommended(final Recommendation recommendation, final int draws) {
        final var report = new Report();
        final var route = recommendation.route();
        recommendation.notCompared().ifPresent(why -> report.warn(notCompared(route, why, draws)));
        recommendation.evidence().ifPresent(evidence -> {
            report.fact("Recommended: " + name(route) + ". " + accuracy(evidence));
            report.add(difference(route, evidence));
            evidence.ahead().ifPresent(ahead -> report.fact(ahead(ahead)));
        });
        return report;
    }

    private static String notCompared(final Route route, final NotCompared why, final int draws) {
        return "Recommended without comparison: " + name(route) + ", the most robust method. " + switch (why) {
            case TOO_FEW_LABELS -> "To compare methods, at least two classes need two labels each.";
            case TIME_LIMIT -> "The time limit was reached before the first of " + draws
                + " repetitions was finished. Increase the time limit or compare fewer methods.";
        };
    }

    private static String accuracy(final Evidence evidence) {
        return "Accuracy on held-out labels " + Text.percent(evidence.accuracy())
            + (evidence.compared() ? "; baseline (logistic regression) " + Text.percent(evidence.baseline()) : "")
            + String.format(Locale.ROOT, ". Trained with %.0f labels, evaluated in %s of %s each.", evidence.labels(),
                Text.count(evidence.draws(), "repetition"), Text.count(evidence.rows(), "row"));
    }

    private static Report difference(final Route route, final Evidence evidence) {
        if (!evidence.compared()) {
            return new Report();
        }
        final var gain = evidence.gain();
        final var points = Text.percentagePoints(Math.abs(gain.mean()));
        final var interval = Text.interval(gain.low(), gain.high());
        if (!evidence.certain()) {
            return new Report().warn(first(name(route)) + " is recommended, but its difference from "
                + "the baseline is not reliable: " + Text.percent(evidence.accuracy()) + " versus "
                + Text.percent(evidence.baseline()) + (Double.isNaN(gain.p()) ? ""
                    : " (" + interval + String.format(Locale.ROOT, ", p = %.2f)", gain.p()))
                + ".");
        }
        return gain.mean() > 0
            ? new Report().fact("It is " + points + " better than the baseline (" + interval + ").")
            : new Report().warn(first(name(route)) + " is recommended, but it is " + points
                + " worse than the baseline (" + interval + ").");
    }

    private static String ahead(final Ahead ahead) {
        return first(name(ahead.route())) + " reached " + Text.percent(ahead.accuracy())
            + ", but its lead is not reliable.";
    }

    static Report doubled(final LearningCurve curve) {
        return new Report().fact("Doubling the labels is expected to add " + Text.percentagePoints(curve.gain())
            + " of accuracy (" + Text.interval(curve.low(), curve.high()) + ").");
    }

    /** @param tried the number of draws; 0 if nothing was compared, which is part of the recommendation */
    static Report unfinished(final int tried, final int draws) {
        return tried == 0 || tried == draws ? new Report()
            : new Report().warn("Only " + tried + " of " + Text.count(draws, "repetition")
                + (tried == 1 ? " was" : " were") + " finished within the time limit.");
    }

    /** @param why networks cannot be trained, in sentences; empty if they can */
    static Report withoutNetworks(final Optional<String> why) {
        final var report = new Report();
        why.ifPresent(reason -> report.warn("Methods with neural networks were skipped. " + reason));
        return report;
    }

    /** @return the name of the method within a sentence: capitalized for nodes only */
    private static String name(final Route route) {
        return switch (route) {
            case LOGISTIC, FOREST, COMMITTEE -> route.text().substring(0, 1).toLowerCase(Locale.ROOT)
                + route.text().substring(1);
            default -> route.text();
        };
    }

    private static String first(final String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

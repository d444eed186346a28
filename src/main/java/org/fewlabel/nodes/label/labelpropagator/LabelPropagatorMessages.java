package org.fewlabel.nodes.label.labelpropagator;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.fewlabel.learn.neighbor.SearchOutcome;
import org.fewlabel.learn.propagation.CandidateMethod;
import org.fewlabel.learn.propagation.CrossValidatedAccuracy;
import org.fewlabel.learn.propagation.PropagationFigures;
import org.fewlabel.table.Report;
import org.fewlabel.table.SharedMessages;
import org.fewlabel.table.Text;

/** The sentences of Label Propagator. */
final class LabelPropagatorMessages {

    /** The recall of an approximate search below which there is a warning. */
    private static final double MIN_RECALL = 0.98;

    private LabelPropagatorMessages() {
    }

    /** @return the messages about the propagation */
    static Report of(final PropagationFigures figures) {
        final var report = new Report();
        reach(figures, report);
        comparison(figures, report);
        weights(figures, report);
        search(figures.search(), figures.recall(), report);
        return report.add(SharedMessages.noRowOfClass(figures.unlabeledClasses()))
            .add(SharedMessages.constantColumns(figures.constantColumns()))
            .add(SharedMessages.hashedWords(figures.hashedWords()));
    }

    private static void reach(final PropagationFigures figures, final Report report) {
        final var unlabeled = figures.unlabeled();
        if (unlabeled == 0) {
            return;
        }
        final var unreached = figures.unreached();
        report.fact((unlabeled - unreached) + " of " + Text.count(unlabeled, "unlabeled row")
            + (unlabeled == 1 ? " was" : " were") + " classified from " + Text.count(figures.labeled(), "label") + ".");
        if (unreached > 0) {
            report.warn(Text.count(unreached, "row") + " in " + Text.count(figures.unreachedGroups(), "group")
                + (unreached == 1 ? " has" : " have")
                + " no prediction because no chain of neighbors leads to a labeled "
                + "row (Reached is false). Label a row of each such group, or increase the number of neighbors (\""
                + LabelPropagatorNodeParameters.NEIGHBORS_TITLE + "\").");
        }
    }

    private static void comparison(final PropagationFigures figures, final Report report) {
        if (figures.labeledClasses() < 2) {
            report.fact("With labels of a single class, there is no baseline to compare with.");
        } else if (figures.accuracy().isPresent()) {
            final var accuracy = figures.accuracy().get();
            final var text = accuracy(accuracy);
            if (!accuracy.better()) {
                report
                    .warn("The unlabeled rows do not seem to help: a classifier trained on the labeled rows only is as "
                        + "good or better. " + text);
            } else if (!accuracy.certain()) {
                report.warn("The lead over a classifier trained on the labeled rows only may be chance. " + text);
            } else {
                report.fact(text);
            }
        } else {
            report.warn(fewLabels(figures) + "the result cannot be compared with the baseline, which may be as good "
                + "or better. Both agree on " + Text.percent(figures.agreement()) + " of the unlabeled rows.");
        }
    }

    private static String accuracy(final CrossValidatedAccuracy accuracy) {
        return "Cross-validated accuracy on " + Text.count(accuracy.rows(), "label") + ": this result "
            + Text.percent(accuracy.result()) + ", logistic regression " + Text.percent(accuracy.logistic())
            + ", nearest neighbor " + Text.percent(accuracy.nearest()) + ".";
    }

    private static void weights(final PropagationFigures figures, final Report report) {
        final var weights = figures.weights();
        if (weights.isEmpty()) {
            return; // selected by the user
        }
        if (figures.accuracy().isEmpty()) {
            report.fact(fewLabels(figures) + "methods cannot be compared; the default for this case is used: "
                + weights.keySet().stream().map(LabelPropagatorMessages::name).collect(Collectors.joining(", ")) + ".");
        } else {
            report.fact("Selected by cross-validation (weights): " + weights.entrySet().stream()
                .sorted(Map.Entry.<CandidateMethod, Double>comparingByValue().reversed())
                .map(e -> String.format(Locale.ROOT, "%s %.0f %%", name(e.getKey()), 100 * e.getValue()))
                .collect(Collectors.joining(", ")) + ".");
        }
    }

    private static String fewLabels(final PropagationFigures figures) {
        return figures.labeled() == figures.labeledClasses() ? "With one label per class, "
            : "With one label in most classes, ";
    }

    private static String name(final CandidateMethod method) {
        return switch (method) {
            case LOGISTIC_REGRESSION -> "logistic regression";
            case GUIDED_PROPAGATION -> "guided propagation";
            case LABEL_PROPAGATION -> "label propagation";
            case LAPLACE_CMN -> "Laplace (class mass normalization)";
        };
    }

    private static void search(final SearchOutcome search, final double recall, final Report report) {
        switch (search.kind()) {
            case APPROXIMATE -> {
                final var text = "The neighbor search was approximate and found " + Text.percent(recall)
                    + " of the true neighbors. To find all of them, set \"" + LabelPropagatorNodeParameters.SEARCH_TITLE
                    + "\" to exact, which takes longer.";
                if (recall < MIN_RECALL) {
                    report.warn(text);
                } else {
                    report.fact(text);
                }
            }
            case UNSUITABLE_ROWS ->
                report.fact("All pairs of rows were compared to find neighbors, which takes long with "
                    + "many rows: an approximate search needs the Euclidean distance or the cosine, and no missing "
                    + "cells. Fill the missing cells or choose another \"Similarity\" to speed it up.");
            case NO_LIBRARY -> report.warn("All pairs of rows were compared to find neighbors because an approximate "
                + "search needs the native library. " + search.problem());
            case NO_GROUPS -> report.fact("All pairs of rows were compared to find neighbors because the rows form no "
                + "groups, which an approximate search needs.");
            default -> {
                // exact and fast: no message
            }
        }
    }
}

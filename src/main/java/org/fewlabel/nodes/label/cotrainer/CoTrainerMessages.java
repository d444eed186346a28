package org.fewlabel.nodes.label.cotrainer;

import java.util.Locale;

import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.agree.ViewsReport;
import org.fewlabel.table.Report;
import org.fewlabel.table.RoundsMessages;
import org.fewlabel.table.Text;
import org.fewlabel.table.ViewColumns;

/** The sentences of Co-Trainer. */
final class CoTrainerMessages {

    private static final String OTHER_METHOD = "the method Tri-training.";

    private CoTrainerMessages() {
    }

    /** @return how learning went */
    static Report of(final RoundLearner.Fitted fitted) {
        final var report = RoundsMessages.of(fitted);
        fitted.figures().views().ifPresent(views -> views(views, report));
        return report;
    }

    private static void views(final ViewsReport views, final Report report) {
        if (views.rows() > 0) {
            report.fact("Cross-validated accuracy on " + Text.count(views.rows(), "label") + ": " + ViewColumns.FIRST
                + " " + Text.percent(views.first()) + ", " + ViewColumns.SECOND + " " + Text.percent(views.second())
                + ", both together " + Text.percent(views.both()) + ".");
        }
        if (views.firstUseless()) {
            report.warn(useless(ViewColumns.FIRST, views.first(), views.chance()));
        }
        if (views.secondUseless()) {
            report.warn(useless(ViewColumns.SECOND, views.second(), views.chance()));
        }
        if (views.dependent()) {
            report.warn(String.format(Locale.ROOT,
                "The views are not independent: their rows are similar within a class (RV coefficient %.2f; %.2f "
                    + "expected for independent views, p = %.3f), so they tend to make the same mistakes and can "
                    + "teach each other little. Choose views that were measured in different ways, or %s",
                views.dependence(), views.expected(), views.probability(), OTHER_METHOD));
        } else if (Double.isNaN(views.probability())) {
            report.fact("Whether the views are independent cannot be tested: that needs two labels of a class, and "
                + "columns that vary within it.");
        }
    }

    private static String useless(final String view, final double accuracy, final double chance) {
        return view + " is not clearly better than always predicting the most frequent class: cross-validated accuracy "
            + Text.percent(accuracy) + " against " + Text.percent(chance)
            + ". It can hardly teach the other view. Choose "
            + "better columns for it, or " + OTHER_METHOD;
    }
}

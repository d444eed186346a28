package org.fewlabel.learn.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.fewlabel.learn.rounds.agree.ViewsReport;

/** Whether two views suit co-training, in sentences for the user. */
final class ViewsNotes {

    private ViewsNotes() {
    }

    static List<String> of(final ViewsReport report) {
        final var notes = new ArrayList<String>();
        if (report.rows() > 0) {
            notes.add("Of " + report.rows() + " labels that were hidden in turn, view A alone tells "
                + RoundNotes.percent(report.first()) + " right, view B alone " + RoundNotes.percent(report.second())
                + ", both together " + RoundNotes.percent(report.both()) + ".");
        }
        useless(notes, "A", report.firstUseless(), report.chance());
        useless(notes, "B", report.secondUseless(), report.chance());
        if (report.dependent()) {
            notes.add(String.format(Locale.ROOT,
                "The views are not independent: within a class they place the rows alike (RV coefficient %.2f; %.2f "
                    + "were "
                    + "expected of independent views, p = %.3f), so they tend to make the same mistakes and teach "
                    + "each other "
                    + "less than they seem to. Choose views that were measured in different ways, or the method "
                    + "Tri-training.",
                report.dependence(), report.expected(), report.probability()));
        } else if (Double.isNaN(report.probability())) {
            notes.add("Whether the views are independent cannot be told: that takes two labels of a class, and columns "
                + "that vary within it.");
        }
        return notes;
    }

    private static void useless(final List<String> notes, final String view, final boolean useless,
        final double chance) {
        if (useless) {
            notes.add("View " + view
                + " alone is not clearly better than always naming the most frequent class, which is right "
                + "about " + RoundNotes.percent(chance)
                + ": it can hardly teach the other view anything. Give it better "
                + "columns, or choose the method Tri-training.");
        }
    }
}

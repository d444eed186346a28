package org.fewlabel.nodes.judge.fewlabelscorer;

import java.util.List;
import java.util.Map;

import org.fewlabel.learn.judge.Role;
import org.fewlabel.table.Report;
import org.fewlabel.table.ScoredTable;
import org.fewlabel.table.Text;

/** The sentences of Few-Label Scorer. */
final class FewLabelScorerMessages {

    private FewLabelScorerMessages() {
    }

    /** @return which rows were not scored or have no prediction, and which classes have no column */
    static Report of(final ScoredTable.Gaps gaps) {
        return new Report().add(unknown(gaps.unknown())).add(unpredicted(gaps.unpredicted()))
            .add(undecided(gaps.undecided(), gaps.scored())).add(lacking(gaps.lacking()));
    }

    private static Report unknown(final int rows) {
        return rows == 0 ? new Report()
            : new Report().fact(Text.count(rows, "row") + were(rows) + "not scored because the truth is unknown.");
    }

    /** Learners ignore the rows that are held out: that these are not predicted is no surprise. */
    private static Report unpredicted(final Map<String, Integer> roles) {
        final var report = new Report();
        roles.forEach((role, rows) -> {
            final var sentence = Text.count(rows, "row") + " with the role \"" + role + "\"" + were(rows)
                + "not scored because " + (rows == 1 ? "it has" : "they have") + " no prediction.";
            if (role.equals(Role.HELD_OUT.text())) {
                report.fact(sentence);
            } else {
                report.warn(sentence);
            }
        });
        return report;
    }

    private static Report undecided(final int rows, final int scored) {
        return rows == 0 ? new Report()
            : new Report().warn(rows + " of " + Text.count(scored, "scored row") + (rows == 1 ? " has" : " have")
                + " no prediction and " + (rows == 1 ? "counts" : "count") + " as incorrect.");
    }

    private static Report lacking(final List<String> classes) {
        return classes.isEmpty() ? new Report()
            : new Report().warn("The domains of truth and prediction do not contain " + Text.quoted(classes)
                + ", so the confusion matrix has no column for " + (classes.size() == 1 ? "it" : "them")
                + ". Put the node \"Domain Calculator\" before this one.");
    }

    private static String were(final int rows) {
        return rows == 1 ? " was " : " were ";
    }
}

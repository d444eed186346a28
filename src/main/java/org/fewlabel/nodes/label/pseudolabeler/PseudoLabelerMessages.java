package org.fewlabel.nodes.label.pseudolabeler;

import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.table.Report;
import org.fewlabel.table.RoundsMessages;

/** The sentences of Pseudo-Labeler. */
final class PseudoLabelerMessages {

    private PseudoLabelerMessages() {
    }

    /** @return how learning went */
    static Report of(final RoundLearner.Fitted fitted) {
        final var report = RoundsMessages.of(fitted);
        final var learned = fitted.learned();
        if (fitted.taught() && !learned.rounds().isEmpty()) {
            report.fact("The given classifier predicted the pseudo-labels of round 1, "
                + RoundsMessages.lower(learned.learner()) + " those of later rounds. The given classifier was not "
                + "evaluated because it may have been trained on the same labels.");
        }
        return report;
    }
}

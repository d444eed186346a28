package org.fewlabel.nodes.label.consistencylearner;

import java.util.Locale;

import org.fewlabel.learn.consistency.ConsistencyResult;
import org.fewlabel.table.Report;
import org.fewlabel.table.SharedMessages;
import org.fewlabel.table.TrainingMessages;

/** The sentences of Consistency Learner. */
final class ConsistencyLearnerMessages {

    private ConsistencyLearnerMessages() {
    }

    /** @return how the training ended, how much it used the unlabeled rows, and which columns it ignored */
    static Report of(final ConsistencyResult learned) {
        final var report = new Report().add(TrainingMessages.ending(learned.ending(), learned.note()));
        if (!learned.diverged()) {
            report.add(unlabeled(learned.used()));
        }
        return report.add(SharedMessages.constantColumns(learned.dropped()));
    }

    /** @param used the mean weight of the unlabeled rows in the last epoch, 0 to 1; NaN if there was none */
    static Report unlabeled(final double used) {
        return new Report().fact(Double.isNaN(used) ? "There were no unlabeled rows to train with."
            : String.format(Locale.ROOT,
                "In the last epoch, %.0f %% of the unlabeled rows were confident enough to be used.", 100 * used));
    }

    /** @return that the encoder cannot be frozen, because there is none */
    static Report nothingToFreeze() {
        return new Report().warn("\"" + ConsistencyTrainingParameters.FREEZE_TITLE
            + "\" has no effect because no encoder is connected.");
    }
}

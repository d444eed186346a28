package org.fewlabel.nodes.label.consistencylearner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fewlabel.learn.consistency.ConsistencyResult;
import org.fewlabel.learn.net.Ending;
import org.fewlabel.learn.net.Ending.Reason;
import org.junit.jupiter.api.Test;

class ConsistencyLearnerMessagesTest {

    private static ConsistencyResult learned(final Reason reason, final double used, final String... dropped) {
        return new ConsistencyResult(null,
            List.of(new ConsistencyResult.Epoch(1, 0, 0, 0.5, 0, 0, 0, 0),
                new ConsistencyResult.Epoch(2, 0, 0, used, 0, 0, 0, 0)),
            new Ending(reason, 2, reason == Reason.DIVERGED ? 1 : 2, 0, false, 0.01), "", List.of(dropped), "");
    }

    @Test
    void howTheTrainingEnded() {
        final var report = ConsistencyLearnerMessages.of(learned(Reason.ALL_EPOCHS, 0.891, "same"));

        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts()).containsExactly("Trained 2 epochs.",
            "In the last epoch, 89 % of the unlabeled rows were confident enough to be used.",
            "Ignored because all values are equal: \"same\".");
    }

    @Test
    void aTrainingWithoutUnlabeledRows() {
        assertThat(ConsistencyLearnerMessages.of(learned(Reason.ALL_EPOCHS, Double.NaN)).facts())
            .containsExactly("Trained 2 epochs.", "There were no unlabeled rows to train with.");
    }

    @Test
    void aTrainingThatDiverged() {
        final var report = ConsistencyLearnerMessages.of(learned(Reason.DIVERGED, 0.5));

        assertThat(report.facts()).isEmpty();
        assertThat(report.warnings()).containsExactly("Training diverged in epoch 2: the loss was no longer a number. "
            + "The parameters after epoch 1 are used. Decrease the learning rate (0.01).");
    }

    @Test
    void anEncoderThatIsNotThereCannotBeFrozen() {
        final var report = ConsistencyLearnerMessages.nothingToFreeze();

        assertThat(report.facts()).isEmpty();
        assertThat(report.warnings()).containsExactly("\"" + ConsistencyTrainingParameters.FREEZE_TITLE
            + "\" has no effect because no encoder is connected.");
    }
}

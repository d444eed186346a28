package org.fewlabel.learn.supervised;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.model.LabeledOnly;
import org.fewlabel.learn.propagation.LabelPropagator;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.self.SelfTraining;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineTest {

    private static final int ROWS = 80;

    /** What a table is made of. */
    enum Kind {
        NUMBERS, TEXTS, BOTH;

        Rows rows() {
            final var random = new Random(1);
            final var numbers = IntStream.range(0, ROWS).mapToDouble(i -> i % 2 + random.nextGaussian()).toArray();
            final var texts = IntStream.range(0, ROWS)
                .mapToObj(i -> "word" + random.nextInt(9) + (i % 2 == 0 ? " open" : " closed") + random.nextInt(6))
                .toArray(String[]::new);
            final Column number = new NumberColumn("x", numbers);
            final Column text = new TextColumn("note", texts);
            return new Rows(ROWS,
                this == NUMBERS ? List.of(number) : this == TEXTS ? List.of(text) : List.of(number, text));
        }
    }

    private static final Labels LABELS = new Labels(IntStream.range(0, ROWS).map(i -> i < 12 ? i % 2 : -1).toArray(),
        List.of("a", "b"));

    /** Label Propagator, Pseudo-Labeler and Co-Trainer, and the route of Which Is Better? */
    @ParameterizedTest
    @EnumSource
    void isTheSameWhereverAResultIsShown(final Kind kind) {
        final var rows = kind.rows();
        final var alone = LabeledOnly.train(rows, LABELS, Progress.NONE).predict(rows, Workers.CALLER, Progress.NONE);
        assertThat(LabeledOnly.of(rows, Progress.NONE).predict(LABELS, Workers.CALLER, Progress.NONE))
            .isEqualTo(alone);
        assertThat(new LabelPropagator(LabelPropagator.Settings.defaults())
            .fit(rows, LABELS, Workers.CALLER, Progress.NONE).baseline()).isEqualTo(alone);
        final var rounds = List.of(RoundLearner.selfTraining(SelfTraining.Settings.DEFAULT),
            RoundLearner.softEm(Contest.Settings.DEFAULT),
            RoundLearner.triTraining(Optional.empty(), Contest.Settings.DEFAULT, 0));
        for (final var learner : rounds) {
            assertThat(learner.fit(rows, LABELS, Optional.empty(), Workers.CALLER, Progress.NONE).baseline())
                .isEqualTo(alone);
        }
    }

    /** Label Propagator judges its baseline by the same labels and folds as the nodes that learn in rounds. */
    @ParameterizedTest
    @EnumSource
    void hasTheSameCrossValidatedAccuracy(final Kind kind) {
        final var rows = kind.rows();
        final var accuracy = LabeledOnly.of(rows, Progress.NONE).accuracy(LABELS, Workers.CALLER, Progress.NONE);
        assertThat(new LabelPropagator(LabelPropagator.Settings.defaults())
            .fit(rows, LABELS, Workers.CALLER, Progress.NONE).figures().accuracy().orElseThrow().logistic())
            .isEqualTo(accuracy);
        assertThat(RoundLearner.selfTraining(SelfTraining.Settings.DEFAULT)
            .fit(rows, LABELS, Optional.empty(), Workers.CALLER, Progress.NONE).figures().baselineAccuracy())
            .isEqualTo(accuracy);
    }
}

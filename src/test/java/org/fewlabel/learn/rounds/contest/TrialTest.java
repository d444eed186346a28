package org.fewlabel.learn.rounds.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.CrossValidation;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.Temperature;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.base.Samples;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Labels LABELS = new Labels(IntStream.range(0, 50).map(i -> i < 40 ? i % 2 : -1).toArray(),
        Samples.names(2));

    private static final DenseRows ROWS = new DenseRows(0, 0, new float[0]); // the parrot does not use them

    /** Memorizes the given labels, and predicts the same for all others with more confidence every round. */
    private static Course parrot(final Labels labels) {
        return new Course() {
            private double share = 0.5;

            @Override
            public ClassProbabilities probabilities() {
                final var said = TrainingLabels.of(labels).masses().clone();
                for (var i = 0; i < labels.size(); i++) {
                    if (labels.codes()[i] < 0) {
                        said[2 * i] = share;
                        said[2 * i + 1] = 1 - share;
                    }
                }
                return new ClassProbabilities(2, said);
            }

            @Override
            public Step next(final Workers workers, final Progress progress) {
                share += 0.1;
                final var codes = new int[labels.size()];
                return new Step(codes, new double[codes.length], new double[2]);
            }

            @Override
            public Classifier classifier(final Workers workers, final Progress progress) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static Trial start(final Labels all) {
        return Trial.start(new Contest.Contender("parrot", (rows, labels, workers, progress) -> parrot(labels)), ROWS,
            all,
            CrossValidation.of(all, 0), Workers.CALLER, Progress.NONE);
    }

    @Test
    void aModelThatMemorizesLabelsIsNoBetterThanChance() {
        final var trial = start(LABELS);
        trial.next(Workers.CALLER, Progress.NONE);
        trial.next(Workers.CALLER, Progress.NONE);
        assertThat(trial.evaluated()).hasSize(40);
        assertThat(trial.rounds()).hasSize(3).allMatch(hidden -> hidden.accuracy() == 0.5 && hidden.rows() == 40);
        assertThat(trial.rounds().get(2).predicted().values()[0]).isEqualTo(0.7, within(1e-12));
        assertThat(trial.best()).isEqualTo(1);
    }

    @Test
    void lossesAreMistakesAndLogLossesAtTheBestTemperature() {
        final var hidden = HiddenLabelScores.of(new int[]{0, 0, 1},
            new ClassProbabilities(2, new double[]{0.9, 0.1, 0.4, 0.6, Double.NaN, Double.NaN}));
        assertThat(hidden.correct()).containsExactly(true, false, false);
        assertThat(hidden.accuracy()).isCloseTo(1 / 3.0, within(1e-12));
        final var scaled = Temperature.apply(new ClassProbabilities(2, new double[]{0.9, 0.1, 0.4, 0.6}),
            hidden.temperature());
        assertThat(hidden.losses()[0]).isCloseTo(Temperature.logLoss(scaled.values()[0], 2), within(1e-12));
        assertThat(hidden.losses()[1]).isCloseTo(1 + Temperature.logLoss(scaled.values()[2], 2), within(1e-12));
        assertThat(hidden.losses()[2]).isCloseTo(1 + Math.log(2), within(1e-12));
    }

    @Test
    void aLeadIsAMeanOverItsStandardError() {
        final var one = new HiddenLabelScores(new int[4], new ClassProbabilities(2, new double[8]), 1,
            new boolean[]{true, true, false, true},
            new double[]{1, 1, 3, 1});
        final var other = new HiddenLabelScores(new int[4], new ClassProbabilities(2, new double[8]), 1,
            new boolean[]{false, true, true, false},
            new double[]{2, 1, 2, 3});
        // differences 1, 0, -1, 2: mean 0.5, variance 1.25
        assertThat(one.lead(other)).isCloseTo(0.5 / Math.sqrt(1.25 / 4), within(1e-12));
        assertThat(other.lead(one)).isCloseTo(-0.5 / Math.sqrt(1.25 / 4), within(1e-12));
        assertThat(one.lead(one)).isZero();
        assertThat(one.won(other)).isEqualTo(2);
        assertThat(other.won(one)).isEqualTo(1);
    }

    /** Scores of rows of which all except the first few are predicted correctly. */
    private static HiddenLabelScores wrong(final int rows, final int wrong) {
        final var losses = new double[rows];
        final var right = new boolean[rows];
        for (var i = 0; i < rows; i++) {
            losses[i] = i < wrong ? 2 : 0.1;
            right[i] = i >= wrong;
        }
        return new HiddenLabelScores(new int[rows], new ClassProbabilities(2, new double[2 * rows]), 1, right, losses);
    }

    @Test
    void aResultIsTrustedByItsLeadAndTheGraph() {
        assertThat(Verdict.of(wrong(40, 10), wrong(40, 5), 0.8, true).reason()).isEqualTo(Reason.BETTER);
        // cuts nearly as much
        assertThat(Verdict.of(wrong(40, 10), wrong(40, 5), 0.9, true).reason()).isEqualTo(Reason.NOT_BETTER);
        assertThat(wrong(40, 9).lead(wrong(40, 10))).isBetween(1.0, 1.5);
        assertThat(Verdict.of(wrong(40, 10), wrong(40, 9), 0.8, true).reason()).isEqualTo(Reason.NOT_BETTER);
        assertThat(Verdict.of(wrong(40, 10), wrong(40, 9), 0.6, true).reason()).isEqualTo(Reason.BETTER);
        assertThat(Verdict.of(wrong(40, 5), wrong(40, 6), 0.1, true).reason()).isEqualTo(Reason.NOT_BETTER);
        assertThat(Verdict.of(wrong(24, 9), wrong(24, 0), 0.1, true).reason()).isEqualTo(Reason.TOO_FEW_LABELS);
        final var believed = Verdict.of(wrong(40, 5), wrong(40, 6), 2, false);
        assertThat(believed.reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(believed.trusted()).isTrue();
        assertThat(believed.rows()).isEqualTo(40);
        assertThat(believed.result()).isEqualTo(0.85);
        assertThat(believed.baseline()).isEqualTo(0.875);
    }

    @Test
    void whatIsExpectedIsTrustedUnlessTheLabelsSpeakAgainstIt() {
        assertThat(Verdict.expected(wrong(16, 9), wrong(16, 9), wrong(16, 4), 1, false).reason())
            .isEqualTo(Reason.EXPECTED);
        assertThat(Verdict.expected(wrong(16, 9), wrong(16, 9), wrong(16, 10), 1, false).reason())
            .isEqualTo(Reason.EXPECTED);
        assertThat(Verdict.expected(wrong(16, 9), wrong(16, 9), wrong(16, 13), 1, false).reason())
            .isEqualTo(Reason.MISLED);
        assertThat(Verdict.expected(wrong(16, 5), wrong(16, 5), wrong(16, 7), 1, false).reason())
            .as("two labels may be chance").isEqualTo(Reason.EXPECTED);
        assertThat(Verdict.expected(wrong(16, 9), wrong(16, 13), wrong(16, 13), 1, false).reason())
            .as("no worse than it began").isEqualTo(Reason.EXPECTED);
        assertThat(Verdict.expected(wrong(8, 1), wrong(8, 1), wrong(8, 7), 1, false).reason())
            .as("too few labels").isEqualTo(Reason.EXPECTED);
        final var unsure = Verdict.expected(wrong(8, 1), wrong(8, 1), wrong(8, 2), 1, true);
        assertThat(unsure.reason()).isEqualTo(Reason.MISLED);
        assertThat(unsure.trusted()).isFalse();
        assertThat(unsure.result()).isEqualTo(0.75);
        assertThat(unsure.baseline()).isEqualTo(0.875);
    }

    @Test
    void aRoundCountsAddedChangedAndDroppedPseudoLabels() {
        final var before = new int[]{-1, 0, 1, 1, 0, -1};
        final var step = new Course.Step(new int[]{0, 0, 0, -1, 0, -1}, new double[]{1, 0.5, 0.25, 0, 1, 0},
            new double[]{0.9, Double.NaN});
        final var round = Round.of(3, before, step, 0.75, new int[]{0, 1, 0, 1, -1, 0});
        assertThat(round.number()).isEqualTo(3);
        assertThat(round.rows()).isEqualTo(4);
        assertThat(round.weight()).isEqualTo(2.75);
        assertThat(round.added()).isEqualTo(1);
        assertThat(round.changed()).isEqualTo(1);
        assertThat(round.dropped()).isEqualTo(1);
        assertThat(round.precision()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(round.truth().orElseThrow().count(1, 0)).isEqualTo(1);
        assertThat(Round.of(1, before, step, 0.75, null).precision()).isNaN();
    }

    @Test
    void nothingToValidateIsNoRows() {
        final var single = new Labels(new int[]{0, 1, -1}, Samples.names(2));
        final var trial = start(single);
        assertThat(trial.base().rows()).isZero();
        assertThat(trial.best()).isZero();
        assertThat(Arrays.stream(trial.base().losses()).sum()).isZero();
    }
}

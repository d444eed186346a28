package org.fewlabel.learn.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.fewlabel.device.Checks;
import org.fewlabel.device.Progress;
import org.junit.jupiter.api.Test;

/** Training with a formula for an engine: the loss is the squared distance of the parameters from 3. */
class TrainingTest {

    private static final Network NETWORK = new Network(new Network.Input(1, List.of()), List.of(new Layer.Dense(1)),
        List.of());

    private static final Objective OBJECTIVE = new Objective.Classification(1);

    private static final TrainingSettings SETTINGS = TrainingSettings.defaults(1).withLearningRate(0.1, 1)
        .withEpochs(60);

    private final AtomicInteger open = new AtomicInteger();

    /** A constant is added to the loss from this step on. */
    private double worseFrom = Double.POSITIVE_INFINITY;

    private int steps;

    private final class Formula implements Engine {
        @Override
        public String device() {
            return "a formula";
        }

        @Override
        public TrainingStep training(final Network network, final Objective objective, final int items) {
            open.incrementAndGet();
            final var batch = new Batch(network, objective, items);
            return new TrainingStep() {
                @Override
                public Batch batch() {
                    return batch;
                }

                @Override
                public double run(final float[] parameters, final float[] gradient, final float[] statistics) {
                    steps++;
                    for (var i = 0; i < gradient.length; i++) {
                        gradient[i] = 2 * (parameters[i] - 3);
                    }
                    return loss(parameters);
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        }

        private double loss(final float[] parameters) {
            var loss = steps > worseFrom ? steps - worseFrom : 0.0;
            for (final var parameter : parameters) {
                loss += (parameter - 3) * (parameter - 3);
            }
            return loss > 1e30 ? Double.NaN : loss;
        }

        @Override
        public ForwardPass evaluation(final Network network, final Objective objective, final int items,
            final Output output) {
            open.incrementAndGet();
            final var batch = new Batch(network, objective, items);
            return new ForwardPass() {
                @Override
                public Batch batch() {
                    return batch;
                }

                @Override
                public float[] run(final float[] parameters, final float[] statistics) {
                    return new float[]{(float)loss(parameters)};
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        }
    }

    private static BatchSource rows(final int count) {
        return new BatchSource() {
            @Override
            public int rows() {
                return count;
            }

            @Override
            public void fill(final int[] rows, final SplittableRandom random, final Batch batch) {
                assertThat(rows).hasSize(batch.items());
            }
        };
    }

    private TrainingResult train(final TrainingSettings settings, final int count, final Progress progress) {
        return new Training(new Formula(), NETWORK, OBJECTIVE, settings).run(rows(count), progress);
    }

    @Test
    void findsTheSmallestLossAndRecordsEachEpoch() {
        final var trained = train(SETTINGS.withEarlyStopping(0.1, 60), 400, Progress.NONE);

        assertThat(trained.parameters()).containsExactly(new float[]{3, 3, 3, 3}, within(0.1f));
        assertThat(trained.history()).hasSize(60);
        assertThat(trained.history().get(0).epoch()).isEqualTo(1);
        assertThat(trained.history().get(59).heldOutLoss()).isLessThan(0.01);
        assertThat(trained.history()).allSatisfy(epoch -> assertThat(epoch.rowsPerSecond()).isPositive());
        assertThat(trained.device()).isEqualTo("a formula");
        assertThat(trained.diverged()).isFalse();
        assertThat(trained.ending().reason()).isEqualTo(Ending.Reason.ALL_EPOCHS);
        assertThat(trained.ending().epoch()).isEqualTo(60);
        assertThat(open).hasValue(0);
    }

    @Test
    void theLearningRateRisesAndFalls() {
        assertThat(TrainingSettings.schedule(0, 100)).isEqualTo(0.2);
        assertThat(TrainingSettings.schedule(4, 100)).isEqualTo(1);
        assertThat(TrainingSettings.schedule(52, 100)).isBetween(0.45, 0.55);
        assertThat(TrainingSettings.schedule(99, 100)).isBetween(0.0, 0.01);
        assertThat(TrainingSettings.schedule(0, 1)).isEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        final var first = train(SETTINGS, 100, Progress.NONE);

        assertThat(train(SETTINGS, 100, Progress.NONE).parameters()).isEqualTo(first.parameters());
    }

    @Test
    void stopsWhenTheHeldOutLossNoLongerFallsAndKeepsTheBest() {
        worseFrom = 80; // 400 rows are 360 training rows, 8 steps of 45 per epoch

        final var trained = train(SETTINGS.withEarlyStopping(0.1, 7), 400, Progress.NONE);

        assertThat(trained.history()).hasSize(trained.best() + 7);
        assertThat(trained.best()).isBetween(5, 15);
        assertThat(trained.ending()).isEqualTo(new Ending(Ending.Reason.STOPPED_EARLY, trained.best() + 7,
            trained.best(), 7, true, SETTINGS.learningRate()));
    }

    @Test
    void stopsAndSaysSoWhenTheLossIsNotFinite() {
        final var trained = train(SETTINGS.withLearningRate(1e20, 1), 400, Progress.NONE);

        assertThat(trained.diverged()).isTrue();
        assertThat(trained.ending().reason()).isEqualTo(Ending.Reason.DIVERGED);
        assertThat(trained.ending().learningRate()).isEqualTo(1e20);
        for (final var parameter : trained.parameters()) {
            assertThat(parameter).isFinite();
        }
        assertThat(open).hasValue(0);
    }

    @Test
    void saysWhenTheUntrainedNetworkWasBest() {
        worseFrom = 0;

        final var trained = train(SETTINGS.withEarlyStopping(0.1, 3).withLearningRate(1e-9, 1), 400, Progress.NONE);

        assertThat(trained.best()).isZero();
        assertThat(trained.ending().best()).isZero();
        assertThat(trained.ending().reason()).isNotEqualTo(Ending.Reason.DIVERGED);
    }

    @Test
    void aCancelEndsItAndClosesEverything() {
        final var impatient = Checks.canceledAt(31);
        assertThatThrownBy(() -> train(SETTINGS, 400, impatient)).isInstanceOf(CancellationException.class);
        assertThat(open).hasValue(0);
        assertThat(steps).isLessThan(31);
    }

    @Test
    void aBatchIsNeverLargerThanTheTable() {
        final var trained = train(SETTINGS.withBatch(1000), 20, Progress.NONE);

        assertThat(trained.history()).isNotEmpty();
        assertThat(train(SETTINGS, 1, Progress.NONE).history()).isNotEmpty();
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> SETTINGS.withLearningRate(0, 1)).hasMessageContaining("learning rate");
        assertThatThrownBy(() -> SETTINGS.withEarlyStopping(0.9, 1)).hasMessageContaining("held-out share");
        assertThatThrownBy(() -> SETTINGS.withBatch(-1)).hasMessageContaining("batch size");
    }

    @Test
    void aSlowBodyLearnsSlower() {
        final var layout = ParameterLayout.of(NETWORK, OBJECTIVE);
        final var start = new float[layout.size()];
        final var frozen = new Training(new Formula(), NETWORK, OBJECTIVE, SETTINGS.withLearningRate(0.1, 0))
            .run(rows(100), start, new float[0], Progress.NONE).parameters();

        assertThat(layout.bodySize()).isEqualTo(2);
        assertThat(frozen).startsWith(0, 0);
        assertThat(frozen[2]).isGreaterThan(2);
    }
}

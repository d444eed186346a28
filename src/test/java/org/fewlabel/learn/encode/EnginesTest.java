package org.fewlabel.learn.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.Training;
import org.fewlabel.learn.net.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {

    private static final Network ROWS = new Network(new Network.Input(4, List.of()), Network.dense(List.of(8, 4), true),
        List.of());

    private static final Network.Input TOKENS = new Network.Input(5, List.of(new Network.Embedding(0, 6, 4, 5)));

    private static final Network TEXTS = new Network(TOKENS, List.of(new Layer.MeanPool(TOKENS.sequence())), List.of());

    private static final Objective OBJECTIVE = new Objective.NtXent(0.5);

    @TempDir
    private Path temp;

    @Test
    void eachNetworkHasTheEngineThatCanComputeIt() {
        final var engine = Engines.open(Progress.NONE);

        assertThat(engine.of(ROWS, OBJECTIVE).device()).startsWith("CPU (OpenBLAS ").isEqualTo(engine.device());
        assertThat(engine.of(TEXTS, OBJECTIVE).device()).startsWith("CPU (ND4J ");
        try (var evaluation = engine.evaluation(TEXTS, OBJECTIVE, 2, Engine.Output.EMBEDDING)) {
            assertThat(evaluation.run(new float[6 * 4 + 8], new float[0])).hasSize(4 * 4);
        }
    }

    /** The first graphs of a process take seconds to build, and nothing checks for cancel meanwhile. */
    @Test
    void cancelDoesNotWaitForAGraphToBeBuilt() {
        final var checksLeft = new AtomicInteger(Integer.MAX_VALUE);
        final var progress = new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                // nobody is listening
            }

            @Override
            public void checkCanceled() {
                if (checksLeft.getAndDecrement() <= 0) {
                    throw new CancellationException();
                }
            }
        };
        final var graphs = Engines.open(progress).of(TEXTS, OBJECTIVE);
        for (final var checks : new int[]{0, 1}) { // the second check is while the graph is built
            checksLeft.set(checks);
            assertThatThrownBy(() -> graphs.training(TEXTS, OBJECTIVE, 2)).isInstanceOf(CancellationException.class);
            checksLeft.set(checks);
            assertThatThrownBy(() -> graphs.evaluation(TEXTS, OBJECTIVE, 2, Engine.Output.LOSS))
                .isInstanceOf(CancellationException.class);
        }
        checksLeft.set(Integer.MAX_VALUE);
        try (var evaluation = graphs.evaluation(TEXTS, OBJECTIVE, 2, Engine.Output.EMBEDDING)) {
            assertThat(evaluation.batch().items()).as("works afterwards").isEqualTo(2);
        }
    }

    @Test
    void networksOfRowsAreTrainedWithoutNd4j() throws Exception {
        final var loaded = temp.resolve("classes.txt");
        assertThat(inAProgram("-Xlog:class+load:file=" + loaded)).contains("CPU (OpenBLAS")
            .doesNotContain("more slowly");
        assertThat(Files.readAllLines(loaded)).anyMatch(line -> line.contains("BlasEngine"))
            .noneMatch(line -> line.contains("org.nd4j"));
    }

    @Test
    void withoutTheNativeLibraryItIsSlowerAndReportedOnce() throws Exception {
        final var output = inAProgram("-Dfewlabel.blas=off");
        assertThat(output).contains("CPU (Java")
            .containsOnlyOnce("It is switched off by the system property fewlabel.blas.");
        assertThat(output.lines()).hasSize(2);
    }

    private String inAProgram(final String option) throws Exception {
        final var process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", option, "-cp",
            System.getProperty("java.class.path"), Small.class.getName()).redirectErrorStream(true).start();
        final var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Trains a small network twice and prints how that ended. */
    static final class Small {

        private Small() {
        }

        public static void main(final String[] arguments) {
            final var source = new BatchSource() {
                @Override
                public int rows() {
                    return 40;
                }

                @Override
                public void fill(final int[] rows, final SplittableRandom random, final Batch batch) {
                    for (var i = 0; i < batch.get(Slot.INPUT).length; i++) {
                        batch.get(Slot.INPUT)[i] = (float)random.nextGaussian();
                    }
                }
            };
            for (var i = 0; i < 2; i++) {
                final var trained = new Training(Engines.open(Progress.NONE), ROWS, OBJECTIVE,
                    TrainingSettings.defaults(1).withEpochs(2)).run(source, Progress.NONE);
                System.out.println(trained.device() + ": " + trained.note());
            }
        }
    }
}

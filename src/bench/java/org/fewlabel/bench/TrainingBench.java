package org.fewlabel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.bytedeco.javacpp.Pointer;
import org.fewlabel.device.Progress;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Network;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.samediff.SameDiffEngine;

/**
 * The speed of training: gradients of NT-Xent for 2 × 256 and 2 × 1,024 rows of 64 numbers, network 64-256-256-128,
 * head 128-128; the memory after 10,000 steps; and the startup time of the engine.
 */
final class TrainingBench {

    private static final int WARM_UP = 30;

    private static final int REPEATS = 5;

    private static final int MANY = 10_000;

    private static final double MILLION = 1e6;

    private TrainingBench() {
    }

    /** Measures the memory, in a process with a heap too small to hide leaks. */
    public static void main(final String[] arguments) {
        System.out.println(memory(SameDiffEngine.open(Progress.NONE)));
    }

    static boolean run(final PrintStream out) {
        final var start = System.nanoTime();
        final var engine = SameDiffEngine.open(Progress.NONE);
        out.printf(Locale.ROOT, "%s: started in %.2f s%n", engine.device(), (System.nanoTime() - start) / 1e9);
        out.println("rows per step,CPU ms per step,ms per step,rows per second");
        for (final var items : new int[]{256, 1024}) {
            out.println(speed(engine, items, items == 256 ? 100 : 20));
        }
        return memoryOfAProcess();
    }

    private static boolean memoryOfAProcess() {
        try {
            return new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), TrainingBench.class.getName()).inheritIO().start().waitFor()
                == 0;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String speed(final Engine engine, final int items, final int steps) {
        try (var work = new Work(engine, items, new int[]{256, 256, 128}, new int[]{128, 128})) {
            work.steps(WARM_UP);
            final var cpu = new double[REPEATS];
            final var wall = new double[REPEATS];
            for (var r = 0; r < REPEATS; r++) {
                final var cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                final var before = System.nanoTime();
                work.steps(steps);
                cpu[r] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore) / MILLION / steps;
                wall[r] = (System.nanoTime() - before) / MILLION / steps;
            }
            Arrays.sort(cpu);
            Arrays.sort(wall);
            final var median = wall[REPEATS / 2];
            return String.format(Locale.ROOT, "%d,%.2f,%.2f,%.0f", 2 * items, cpu[REPEATS / 2], median,
                items / median * 1000);
        }
    }

    private static String memory(final Engine engine) {
        try (var work = new Work(engine, 64, new int[]{64, 32}, new int[]{32})) {
            work.steps(MANY / 10);
            final var before = Pointer.physicalBytes() >> 20;
            work.steps(MANY);
            return String.format(Locale.ROOT, "memory of the process: %d MB after %d steps, %d MB after %d more",
                before,
                MANY / 10, Pointer.physicalBytes() >> 20, MANY);
        }
    }

    /** One network and one batch, again and again. */
    private static final class Work implements AutoCloseable {

        private final Engine.TrainingStep step;

        private final float[] parameters;

        private final float[] gradient;

        Work(final Engine engine, final int items, final int[] body, final int[] head) {
            final var network = new Network(new Network.Input(64, List.of()),
                Network.dense(Arrays.stream(body).boxed().toList(), true),
                Network.dense(Arrays.stream(head).boxed().toList(), true));
            final var objective = new Objective.NtXent(0.5);
            final var random = new SplittableRandom(1);
            parameters = ParameterLayout.of(network, objective).initial(random, Progress.NONE);
            gradient = new float[parameters.length];
            step = engine.training(network, objective, items);
            final var input = step.batch().get(Slot.INPUT);
            for (var i = 0; i < input.length; i++) {
                input[i] = (float)random.nextGaussian();
            }
        }

        void steps(final int count) {
            for (var i = 0; i < count; i++) {
                step.run(parameters, gradient, new float[0]);
            }
        }

        @Override
        public void close() {
            step.close();
        }
    }
}

package org.fewlabel.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Gemm;
import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Loop;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.net.blas.BlasEngine;
import org.fewlabel.learn.net.samediff.SameDiffEngine;

/**
 * Runs whole training steps (forward, backward, gradient clipping, AdamW) in its own process. Prints CPU milliseconds
 * of all threads and milliseconds per step.
 */
final class TrainingProbe {

    private static final double MILLION = 1e6;

    private TrainingProbe() {
    }

    /**
     * @param arguments the engine (blas, java or samediff), the network, the number of threads, of steps and of rounds;
     *            or "products" and the network, for the operations of a step in 10⁹ and the rate of its matrix products
     *            only
     */
    public static void main(final String[] arguments) {
        if (arguments[0].equals("products")) {
            final var products = TrainingProducts.measure(TrainingCase.of(arguments[1]));
            System.out.printf(Locale.ROOT, "%.4f %.1f%n", products[0], products[1]);
            return;
        }
        final var workers = Workers.own(Integer.parseInt(arguments[2]));
        final Engine engine = switch (arguments[0]) {
            case "blas" -> new BlasEngine(Gemm.here(Progress.NONE), workers, Progress.NONE);
            case "java" -> new BlasEngine(Gemm.java(), workers, Progress.NONE);
            default -> SameDiffEngine.open(Progress.NONE);
        };
        final var steps = Integer.parseInt(arguments[3]);
        for (final var round : measure(engine, TrainingCase.of(arguments[1]), steps, Integer.parseInt(arguments[4]))) {
            System.out.printf(Locale.ROOT, "%.4f %.4f%n", round[0], round[1]);
        }
    }

    /** @return by round the CPU milliseconds and milliseconds of a step, after a round to warm up */
    private static List<double[]> measure(final Engine engine, final TrainingCase what, final int steps,
        final int rounds) {
        final var objective = new Objective.NtXent(0.5);
        final var layout = ParameterLayout.of(what.network(), objective);
        final var random = new SplittableRandom(1);
        final var bean = (com.sun.management.OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean();
        final var times = new java.util.ArrayList<double[]>();
        try (var step = engine.training(what.network(), objective, what.items())) {
            final var input = step.batch().get(Slot.INPUT);
            for (var i = 0; i < input.length; i++) {
                input[i] = (float)random.nextGaussian();
            }
            final var before = new long[2];
            final var loop = new Loop(step, layout, TrainingSettings.defaults(1), rounds + 1, layout.initial(random,
                Progress.NONE),
                layout.initialStatistics());
            loop.run(IntStream.range(0, steps * what.items()).toArray(), what.items(), new Loop.Guide() {
                @Override
                public void fill(final int[] rows, final SplittableRandom forViews, final Batch batch) {
                    // always the same rows: computing views is not part of the step
                }

                @Override
                public boolean next(final Loop.Pass pass) {
                    final var cpu = bean.getProcessCpuTime();
                    final var now = System.nanoTime();
                    if (pass.epoch() > 1) {
                        times.add(
                            new double[]{(cpu - before[0]) / MILLION / steps, (now - before[1]) / MILLION / steps});
                    }
                    before[0] = cpu;
                    before[1] = now;
                    return true;
                }
            }, random, Progress.NONE);
        }
        return times;
    }
}

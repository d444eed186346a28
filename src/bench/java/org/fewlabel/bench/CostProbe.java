package org.fewlabel.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.graph.ExactSearch;
import org.fewlabel.learn.graph.JoinedRows;
import org.fewlabel.learn.graph.LabelSpreading;

/**
 * Measures one size once, first call and all: CPU time of the whole process, compilers and garbage collector included,
 * and by how much the resident memory grew at most beyond what it was with the rows read. Prints a line for the graph and
 * one for the solution.
 */
final class CostProbe {

    private static final int CLASSES = 10;

    private static final double MEGABYTES = 1 << 20;

    private CostProbe() {
    }

    public static void main(final String[] arguments) throws IOException {
        final var plain = arguments[0].equals("plain");
        final var n = Integer.parseInt(arguments[1]);
        final var d = Integer.parseInt(arguments[2]);
        final var k = Integer.parseInt(arguments[3]);
        final var rows = rows(n, d);
        final var codes = new int[n];
        Arrays.fill(codes, Labels.UNLABELLED);
        IntStream.range(0, Math.min(n, CLASSES)).forEach(i -> codes[i] = i);
        final var labels = new Labels(codes, IntStream.range(0, CLASSES).mapToObj(c -> "class " + c).toList());
        final var search = plain ? ExactSearch.plain() : new ExactSearch();
        final var workers = Workers.ofMachine();
        final var before = memory("VmRSS:");

        var seconds = System.nanoTime();
        var cpu = cpuSeconds();
        final var joined = JoinedRows.of(rows, k, search, workers, Progress.NONE);
        joined.graph();
        print(arguments, "graph", seconds, cpu, before);

        seconds = System.nanoTime();
        cpu = cpuSeconds();
        final var spread =
            joined.spread(new LabelSpreading(LabelSpreading.DEFAULT_ALPHA), labels, workers, Progress.NONE);
        print(arguments, "solve", seconds, cpu, before);
        if (joined.ofRows(spread).reached().length != n) {
            throw new IllegalStateException("Not all rows were seen.");
        }
    }

    private static DenseRows rows(final int n, final int d) {
        final var random = new Random(1);
        final var values = new float[Math.multiplyExact(n, d)];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float)random.nextGaussian();
        }
        return new DenseRows(n, d, values);
    }

    private static void print(final String[] arguments, final String stage, final long since, final double cpuBefore,
        final double memoryBefore) throws IOException {
        System.out.printf(Locale.ROOT, "%s,%s,%.2f,%.2f,%.0f%n", String.join(",", arguments), stage,
            (System.nanoTime() - since) / 1e9, cpuSeconds() - cpuBefore, memory("VmHWM:") - memoryBefore);
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime() / 1e9;
    }

    /** @return that line of Linux's account of this process, in MB; NaN on another system */
    private static double memory(final String line) throws IOException {
        final var status = Path.of("/proc/self/status");
        final List<String> lines = Files.isReadable(status) ? Files.readAllLines(status) : List.of();
        return lines.stream().filter(l -> l.startsWith(line))
            .mapToDouble(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024 / MEGABYTES).findFirst().orElse(Double.NaN);
    }
}

package org.fewlabel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.graph.GraphMethod;
import org.fewlabel.learn.graph.LabelSpreading;
import org.fewlabel.learn.graph.PoissonLearning;
import org.fewlabel.learn.graph.RowGraph;
import org.fewlabel.learn.neighbor.AutomaticSearch;
import org.fewlabel.learn.neighbor.ExactSearch;
import org.fewlabel.learn.neighbor.NeighborSearch;
import org.fewlabel.learn.propagation.LabelPropagator;

/** What {@link CostBench} runs in a process of its own: one graph of made up rows, and labels spread over it. */
final class CostProbe {

    private static final double MEGABYTES = 1 << 20;

    private static final double BETWEEN_REPORTS = 5;

    private final CostSize size;

    private final String mode;

    private final double memoryBefore;

    private final Workers workers = Workers.ofMachine();

    private CostProbe(final String mode, final CostSize size, final double memoryBefore) {
        this.mode = mode;
        this.size = size;
        this.memoryBefore = memoryBefore;
    }

    /** @param arguments the way, the stages separated by commas, and the size as {@link CostSize#arguments()} */
    public static void main(final String[] arguments) throws IOException {
        final var size = CostSize.of(Arrays.asList(arguments).subList(2, arguments.length));
        final var made = CostRows.of(size.data(), size.rows(), size.columns());
        final var labels = labels(size, made.groups());
        new CostProbe(arguments[0], size, memory("VmRSS:")).run(List.of(arguments[1].split(",")), made.rows(), labels);
    }

    /** The class of a group is its number modulo the classes; the first rows of each class are labeled. */
    private static Labels labels(final CostSize size, final int[] groups) {
        final var codes = new int[groups.length];
        Arrays.fill(codes, Labels.UNLABELED);
        final var given = new int[size.classes()];
        final var each = Math.max(1, size.labeled() / size.classes());
        for (var i = 0; i < codes.length; i++) {
            final var code = size.data().equals("noise") ? i % size.classes() : groups[i] % size.classes();
            codes[i] = given[code]++ < each ? code : Labels.UNLABELED;
        }
        return new Labels(codes, IntStream.range(0, size.classes()).mapToObj(c -> "class " + c).toList());
    }

    private void run(final List<String> stages, final DenseRows rows, final Labels labels) throws IOException {
        RowGraph graph = null;
        for (final var stage : stages) {
            final var seconds = System.nanoTime();
            final var cpu = cpuSeconds();
            var recall = Double.NaN;
            final var progress = progress();
            if (stage.equals("node")) {
                recall = node(rows, labels, progress);
            } else if (stage.equals("write")) {
                write(rows, labels);
                continue;
            } else if (stage.equals("graph")) {
                graph = RowGraph.of(rows, size.neighbors(), search(mode), workers, progress);
                graph.graph();
                recall = graph.recall();
            } else {
                final GraphMethod method = stage.equals("poisson") ? new PoissonLearning()
                    : new LabelSpreading(LabelSpreading.DEFAULT_ALPHA);
                final var spread = graph.ofRows(graph.spread(method, labels, workers, progress));
                System.err.println(stage + ": " + spread.iterations() + " steps, " + spread.unreachedRows()
                    + " rows not reached.");
            }
            System.out.printf(Locale.ROOT, "%s,%s,%s,%.2f,%.2f,%.0f,%s%n", mode, size.text(), stage,
                (System.nanoTime() - seconds) / 1e9, cpuSeconds() - cpu, memory("VmHWM:") - memoryBefore,
                Double.isNaN(recall) ? "" : String.format(Locale.ROOT, "%.4f", recall));
        }
    }

    private static NeighborSearch search(final String mode) {
        return switch (mode) {
            case "plain" -> ExactSearch.plain();
            case "exact" -> new AutomaticSearch(AutomaticSearch.Mode.EXACT);
            case "approximate" -> new AutomaticSearch(AutomaticSearch.Mode.APPROXIMATE);
            default -> new AutomaticSearch(AutomaticSearch.Mode.AUTOMATIC);
        };
    }

    /** The whole of Label Propagator with its default settings, from columns of numbers. */
    private double node(final DenseRows rows, final Labels labels, final Progress progress) {
        final var columns = new ArrayList<Column>();
        for (var c = 0; c < rows.columns(); c++) {
            final var values = new double[rows.rows()];
            for (var i = 0; i < values.length; i++) {
                values[i] = rows.values()[i * rows.columns() + c];
            }
            columns.add(new NumberColumn("x" + c, values));
        }
        final var fitted = new LabelPropagator(LabelPropagator.Settings.defaults())
            .fit(new Rows(rows.rows(), columns), labels, workers, progress);
        System.err.println(fitted.figures());
        return fitted.recall();
    }

    /** The rows and labels, for another program: little-endian, in a folder. */
    private static void write(final DenseRows rows, final Labels labels) throws IOException {
        final var folder = Path.of(System.getProperty("fewlabel.cost.folder"));
        final var values = ByteBuffer.allocate(Math.multiplyExact(rows.values().length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
        values.asFloatBuffer().put(rows.values());
        Files.write(folder.resolve("rows"), values.array());
        final var codes = ByteBuffer.allocate(labels.size() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        codes.asIntBuffer().put(labels.codes());
        Files.write(folder.resolve("labels"), codes.array());
    }

    /** Prints the progress to the error stream every few seconds. */
    private static Progress progress() {
        final var last = new long[]{System.nanoTime()};
        return new Progress() {
            @Override
            public void report(final double fraction, final String message) {
                if ((System.nanoTime() - last[0]) / 1e9 > BETWEEN_REPORTS) {
                    last[0] = System.nanoTime();
                    System.err.printf(Locale.ROOT, "%3.0f %% %s%n", 100 * fraction, message);
                }
            }

            @Override
            public void checkCanceled() {
                // never canceled
            }
        };
    }

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime() / 1e9;
    }

    /** @return that line of Linux's account of this process, in MB; NaN on another system */
    private static double memory(final String line) {
        final var status = Path.of("/proc/self/status");
        try {
            final List<String> lines = Files.isReadable(status) ? Files.readAllLines(status) : List.of();
            return lines.stream().filter(l -> l.startsWith(line))
                .mapToDouble(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024 / MEGABYTES).findFirst()
                .orElse(Double.NaN);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.fewlabel.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A smoke test of speed, which shows in two minutes whether something has become slow: small sizes of the other
 * measurements, each compared once with a peer or a limit of the machine. The output of the others is printed to the
 * error stream.
 */
final class SmokeBench {

    private static final String PYTHON = "/usr/bin/python3";

    private static final double NANOS = 1e9;

    private static final double GIGA = 1e9;

    private static final int NUMBERS = 25_000_000;

    private final PrintStream out;

    private final PrintStream err;

    private boolean good = true;

    SmokeBench(final PrintStream out, final PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** A measurement that prints lines. */
    @FunctionalInterface
    private interface Measurement {
        boolean run(PrintStream lines) throws IOException, InterruptedException;
    }

    /** @return whether everything was measured */
    boolean run() throws IOException, InterruptedException {
        out.println("what,ours,against,theirs,ratio");
        training(has("torch"));
        graph(has("sklearn"));
        approximation();
        tables();
        start();
        return good;
    }

    private void training(final boolean torch) {
        final var arguments = new ArrayList<>(List.of("--networks", "mlp,cnn8", "--threads", "1", "--rounds", "1"));
        if (torch) {
            arguments.addAll(List.of("--against", "torch"));
        }
        final var lines = output(o -> TrainingDuel.parse(arguments.toArray(String[]::new)).run(o, err));
        for (final var step : table(lines)) {
            final var what = "training step " + step.get("network");
            if (torch) {
                print(what + ", CPU ms", number(step, "cpu_ms"), "PyTorch", number(step, "torch_cpu_ms"), true);
            }
            print(what + ", 10^9 operations a second", number(step, "gflops"), "its products alone",
                number(step, "product_gflops"), false);
        }
    }

    private void graph(final boolean sklearn) {
        final var arguments = new ArrayList<>(
            List.of("--rows", "40000", "--ways", "default", "--stages", "graph,spreading"));
        if (sklearn) {
            arguments.addAll(List.of("--against", "sklearn"));
        }
        final var lines = table(output(o -> CostBench.parse(arguments.toArray(String[]::new)).run(o, err)));
        final var graph = number(row(lines, "default", "graph"), "cpu_seconds");
        final var spreading = number(row(lines, "default", "spreading"), "cpu_seconds");
        if (sklearn) {
            print("graph of 40000 x 50, CPU s", graph, "scikit-learn", number(row(lines, "sklearn float32", "graph"),
                "cpu_seconds"), true);
            print("graph and spreading, CPU s", graph + spreading, "scikit-learn",
                number(row(lines, "sklearn float32", "graph and spreading"), "cpu_seconds"), true);
        } else {
            print("spreading of 40000 x 50, CPU s", spreading, "its graph", graph, true);
        }
    }

    private void approximation() {
        final var lines = table(
            output(o -> CostBench.parse(new String[]{"--rows", "70000", "--ways", "exact,approximate",
                "--stages", "graph"}).run(o, err)));
        final var approximate = row(lines, "approximate", "graph");
        print("approximate graph of 70000 x 50, CPU s", number(approximate, "cpu_seconds"), "the exact one",
            number(row(lines, "exact", "graph"), "cpu_seconds"), true);
        print("its recall", number(approximate, "recall"), "asked for", 0.98, false);
    }

    private void tables() {
        final var rows = NUMBERS / 50 / 2;
        final var lines = table(
            output(o -> TableBench.parse(new String[]{"--rows", Integer.toString(rows), "--heap", "1000"})
                .run(o, err)));
        final var copied = copied();
        for (final var node : List.of("Label Masker", "Encoder Apply")) {
            final var seconds = lines.stream().filter(line -> node.equals(line.get("node")))
                .mapToDouble(line -> number(line, "cpu_seconds")).findFirst().orElse(Double.NaN);
            print(node + ", GB a CPU second", rows * 50.0 * Double.BYTES / GIGA / seconds, "a copy of an array", copied,
                false);
        }
    }

    /** @return how many 10⁹ bytes of an array a second copies */
    private static double copied() {
        final var from = new double[NUMBERS];
        Arrays.setAll(from, i -> i);
        var least = Double.POSITIVE_INFINITY;
        for (var round = 0; round < 5; round++) {
            final var before = System.nanoTime();
            final var to = from.clone();
            least = Math.min(least, (System.nanoTime() - before) / NANOS + to[NUMBERS - 1] * 0);
        }
        return NUMBERS * (double)Double.BYTES / GIGA / least;
    }

    /** From the command to the line of the first node, once the build is up to date. */
    private void start() throws IOException, InterruptedException {
        final var home = Path.of(System.getProperty("fewlabel.home", "."));
        final var script = home.resolve("run");
        if (!Files.isExecutable(script)) {
            err.println("./run is not here, so its start is not measured.");
            return;
        }
        var seconds = 0.0;
        for (var time = 0; time < 2; time++) { // the first one may have to build
            final var before = System.nanoTime();
            final var process = new ProcessBuilder(script.toString(), home.resolve("test-workflows/digits").toString())
                .redirectErrorStream(true).start();
            seconds = Double.NaN;
            try (var lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (Double.isNaN(seconds) && line.startsWith("#")) {
                        seconds = (System.nanoTime() - before) / NANOS;
                    }
                }
            }
            good &= process.waitFor() == 0;
        }
        print("./run to its first node, s", seconds, "limit", 2, true);
    }

    /** @param less whether less is better */
    private void print(final String what, final double ours, final String against, final double theirs,
        final boolean less) {
        good &= !Double.isNaN(ours) && !Double.isNaN(theirs);
        out.printf(Locale.ROOT, "%s,%.4g,%s,%.4g,%.3g%n", what, ours, against, theirs,
            less ? theirs / ours : ours / theirs);
        out.flush();
    }

    private String output(final Measurement measurement) {
        final var bytes = new ByteArrayOutputStream();
        try (var lines = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            good &= measurement.run(lines);
        } catch (final IOException e) {
            err.println(e.getMessage());
            good = false;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            good = false;
        }
        final var output = bytes.toString(StandardCharsets.UTF_8);
        err.print(output);
        return output;
    }

    /** @return the rows of a table of comma-separated values, by the names of the columns */
    private static List<Map<String, String>> table(final String output) {
        final var lines = output.lines().filter(line -> !line.startsWith("#")).toList();
        final var rows = new ArrayList<Map<String, String>>();
        for (final var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            final var names = lines.get(0).split(",");
            final var cells = line.split(",", -1);
            final var row = new LinkedHashMap<String, String>();
            for (var i = 0; i < Math.min(names.length, cells.length); i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, String> row(final List<Map<String, String>> lines, final String mode,
        final String stage) {
        return lines.stream().filter(line -> mode.equals(line.get("way")) && stage.equals(line.get("stage")))
            .findFirst()
            .orElse(Map.of());
    }

    private static double number(final Map<String, String> row, final String column) {
        final var cell = row.get(column);
        return cell == null || cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static boolean has(final String module) throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(PYTHON)) && new ProcessBuilder(PYTHON, "-c", "import " + module)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start()
            .waitFor() == 0;
    }
}

package org.fewlabel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the time and memory of the graph and the solution for several sizes, each in its own Java process, so that
 * one does not affect the next.
 */
final class CostBench {

    /**
     * The optional peer: scikit-learn's graph by brute force and its label spreading, on the same rows.
     */
    private static final String SKLEARN = """
        import resource, sys, time, warnings
        import numpy
        from sklearn.neighbors import NearestNeighbors
        from sklearn.semi_supervised import LabelSpreading
        warnings.filterwarnings('ignore')
        def used():
            r = resource.getrusage(resource.RUSAGE_SELF)
            return r.ru_utime + r.ru_stime
        def now():
            for line in open('/proc/self/status'):
                if line.startswith('VmRSS'):
                    return int(line.split()[1]) / 1024
        kind, folder, data = sys.argv[1:4]
        rows, columns, k, classes = map(int, sys.argv[4:8])
        x = numpy.fromfile(folder + '/rows', '<f4').reshape(rows, columns).astype(kind)
        y = numpy.fromfile(folder + '/labels', '<i4')
        before = now()
        def measure(stage, work):
            seconds, cpu = time.time(), used()
            work()
            seconds, cpu = time.time() - seconds, used() - cpu
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
            print('sklearn %s,%s,%d,%d,%d,%d,%s,%.2f,%.2f,%.0f,' % (kind, data, rows, columns, k, classes, stage,
                seconds, cpu, peak), flush=True)
        measure('graph', lambda: NearestNeighbors(n_neighbors=k + 1, algorithm='brute').fit(x).kneighbors(x))
        measure('graph and spreading', lambda: LabelSpreading(kernel='knn', n_neighbors=k).fit(x, y))
        """;

    private static final String HEADER = "way," + CostSize.HEADER + ",stage,seconds,cpu_seconds,peak_mb,recall";

    /** Without the native library more rows would take hours. */
    private static final int MAX_PLAIN_ROWS = 70_000;

    private static final List<String> WAYS = List.of("default", "plain", "exact", "approximate");

    private static final List<String> STAGES = List.of("graph", "poisson", "spreading", "node");

    private final List<CostSize> sizes;

    private final List<String> modes;

    private final List<String> stages;

    private final String heap;

    private final boolean againstSklearn;

    private CostBench(final Map<String, String> options) {
        sizes = new ArrayList<>();
        for (final var n : numbers(options.get("--rows"))) {
            for (final var d : numbers(options.get("--cols"))) {
                for (final var k : numbers(options.get("--neighbours"))) {
                    for (final var classes : numbers(options.get("--classes"))) {
                        sizes.add(new CostSize(options.get("--data"), n, d, k, classes,
                            numbers(options.get("--labelled")).get(0)));
                    }
                }
            }
        }
        modes = among(WAYS, options.get("--ways"));
        stages = among(STAGES, options.get("--stages"));
        heap = options.get("--heap");
        againstSklearn = !options.get("--against").isEmpty();
    }

    /** @throws IllegalArgumentException if an option is not known or has no value that it can have */
    static CostBench parse(final String[] arguments) {
        final var options = new HashMap<>(
            Map.of("--rows", "1000,5000,20000,70000", "--cols", "50", "--neighbours", "10",
                "--classes", "10", "--labelled", "100", "--data", "groups", "--ways", "default,plain", "--stages",
                "graph,poisson,spreading", "--heap", "8g", "--against", ""));
        for (var i = 0; i < arguments.length; i += 2) {
            if (!options.containsKey(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("The option " + arguments[i] + " is not known, or has no value.");
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        if (!List.of("", "sklearn").contains(options.get("--against"))) {
            throw new IllegalArgumentException("It can be measured against sklearn only.");
        }
        among(List.of("groups", "noise"), options.get("--data"));
        return new CostBench(options);
    }

    private static List<String> among(final List<String> known, final String list) {
        final var wanted = List.of(list.split(","));
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException("\"" + list + "\" is not of " + String.join(", ", known) + ".");
        }
        return wanted;
    }

    private static List<Integer> numbers(final String list) {
        final var numbers = Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
        if (numbers.stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("\"" + list + "\" are not numbers above 0.");
        }
        return numbers;
    }

    /** @return whether everything was measured */
    boolean run(final PrintStream out, final PrintStream err) {
        out.println(HEADER);
        var succeeded = true;
        for (final var size : sizes) {
            var ours = "";
            for (final var mode : modes) {
                if (!mode.equals("plain") || size.rows() <= MAX_PLAIN_ROWS) {
                    final var output = measure(java(mode, stages, size, ""), out, err);
                    ours = ours.isEmpty() ? output : ours;
                    succeeded &= !output.isEmpty();
                }
            }
            succeeded &= !againstSklearn || against(size, ours, out, err);
        }
        return succeeded;
    }

    private boolean against(final CostSize size, final String ours, final PrintStream out, final PrintStream err) {
        try {
            final var folder = Files.createTempDirectory("fewlabel-cost");
            try {
                measure(java("default", List.of("write"), size, folder.toString()), out, err);
                var succeeded = true;
                for (final var kind : List.of("float32", "float64")) {
                    final var command = new ArrayList<>(
                        List.of("/usr/bin/python3", "-c", SKLEARN, kind, folder.toString()));
                    command.addAll(size.arguments());
                    final var theirs = measure(command, out, err);
                    succeeded &= !theirs.isEmpty();
                    ratio(kind, "graph", cpu(ours, "graph") / cpu(theirs, "graph"), out);
                    ratio(kind, "graph and spreading",
                        (cpu(ours, "graph") + cpu(ours, "spreading")) / cpu(theirs, "graph and spreading"), out);
                }
                return succeeded;
            } finally {
                Files.deleteIfExists(folder.resolve("rows"));
                Files.deleteIfExists(folder.resolve("labels"));
                Files.delete(folder);
            }
        } catch (final IOException e) {
            err.println("The rows cannot be handed to sklearn: " + e.getMessage());
            return false;
        }
    }

    private static void ratio(final String kind, final String stage, final double ratio, final PrintStream out) {
        out.printf(Locale.ROOT, "# %s: %.2f of the CPU seconds of sklearn %s%n", stage, ratio, kind);
    }

    /** @return the CPU seconds of that stage; NaN if it was not measured */
    private static double cpu(final String output, final String stage) {
        return output.lines().map(line -> line.split(",", -1))
            .filter(cells -> cells.length > 8 && cells[6].equals(stage))
            .mapToDouble(cells -> Double.parseDouble(cells[8])).findFirst().orElse(Double.NaN);
    }

    private List<String> java(final String mode, final List<String> done, final CostSize size, final String folder) {
        final var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx" + heap,
            "-Dfewlabel.cost.folder=" + Path.of(folder), "-cp", System.getProperty("java.class.path"),
            CostProbe.class.getName(), mode, String.join(",", done)));
        command.addAll(size.arguments());
        return command;
    }

    /** @return the output, which is also printed as it arrives; empty if the process failed */
    private static String measure(final List<String> command, final PrintStream out, final PrintStream err) {
        try {
            final var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            final var output = new StringBuilder();
            try (var lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    out.println(line);
                    out.flush();
                    output.append(line).append('\n');
                }
            }
            final var code = process.waitFor();
            if (code == 0) {
                return output.toString();
            }
            err.println(command.get(0) + " ended with " + code + ".");
        } catch (final IOException e) {
            err.println(command.get(0) + " cannot be started: " + e.getMessage());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted.");
        }
        return "";
    }
}

package org.fewlabel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the graph and the solution cost, for several sizes. Each is measured in a Java process of its own, so that what
 * one leaves behind does not count for the next.
 */
final class CostBench {

    /** What is measured against, if wanted: the exact graph of scikit-learn, by brute force, on numbers of the same kind. */
    private static final String SKLEARN = """
        import resource, sys, time
        import numpy
        from sklearn.neighbors import NearestNeighbors
        def used():
            r = resource.getrusage(resource.RUSAGE_SELF)
            return r.ru_utime + r.ru_stime
        def now():
            for line in open('/proc/self/status'):
                if line.startswith('VmRSS'):
                    return int(line.split()[1]) / 1024
        rows, columns, k = map(int, sys.argv[1:4])
        x = numpy.random.default_rng(1).standard_normal((rows, columns)).astype(sys.argv[4])
        before = now()
        seconds, cpu = time.time(), used()
        NearestNeighbors(n_neighbors=k + 1, algorithm='brute').fit(x).kneighbors(x)
        seconds, cpu = time.time() - seconds, used() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
        print('sklearn %s,%d,%d,%d,graph,%.2f,%.2f,%.0f' % (sys.argv[4], rows, columns, k, seconds, cpu, peak))
        """;

    private static final String HEADER = "way,rows,columns,neighbours,stage,seconds,cpu_seconds,peak_mb";

    private final List<Integer> rows;

    private final List<Integer> columns;

    private final List<Integer> neighbours;

    private final List<String> ways;

    private CostBench(final List<Integer> rows, final List<Integer> columns, final List<Integer> neighbours,
        final List<String> ways) {
        this.rows = rows;
        this.columns = columns;
        this.neighbours = neighbours;
        this.ways = ways;
    }

    /** @throws IllegalArgumentException if an option is not known or no list of numbers */
    static CostBench parse(final String[] arguments) {
        final Map<String, String> options = new HashMap<>(
            Map.of("--rows", "1000,5000,20000,70000", "--cols", "50", "--neighbours", "10", "--against", ""));
        for (var i = 0; i < arguments.length; i += 2) {
            if (!options.containsKey(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("The option " + arguments[i] + " is not known, or has no value.");
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        final var ways = new ArrayList<>(List.of("default", "plain"));
        if (options.get("--against").equals("sklearn")) {
            ways.addAll(List.of("sklearn float32", "sklearn float64"));
        } else if (!options.get("--against").isEmpty()) {
            throw new IllegalArgumentException("It can be measured against sklearn only.");
        }
        return new CostBench(numbers(options.get("--rows")), numbers(options.get("--cols")),
            numbers(options.get("--neighbours")), ways);
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
        var good = true;
        for (final var n : rows) {
            for (final var d : columns) {
                for (final var k : neighbours) {
                    for (final var way : ways) {
                        good &= measure(way, List.of(n.toString(), d.toString(), k.toString()), out, err);
                    }
                }
            }
        }
        return good;
    }

    private static boolean measure(final String way, final List<String> size, final PrintStream out,
        final PrintStream err) {
        final var command = new ArrayList<String>();
        if (way.startsWith("sklearn ")) {
            command.addAll(List.of("/usr/bin/python3", "-c", SKLEARN));
            command.addAll(size);
            command.add(way.substring("sklearn ".length()));
        } else {
            command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-cp",
                System.getProperty("java.class.path"), CostProbe.class.getName(), way));
            command.addAll(size);
        }
        try {
            final var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            final var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            final var code = process.waitFor();
            if (code == 0) {
                out.print(said);
                out.flush();
                return true;
            }
            err.println(way + " of " + size + " ended with " + code + ".");
        } catch (final IOException e) {
            err.println(way + " cannot be started: " + e.getMessage());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Interrupted.");
        }
        return false;
    }
}

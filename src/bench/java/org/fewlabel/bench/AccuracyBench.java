package org.fewlabel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.judge.ConfusionMatrix;

/** How often each method is right, set by set and draw by draw. */
final class AccuracyBench {

    static final List<BenchMethod> METHODS = methods();

    private static List<BenchMethod> methods() {
        final var methods = new ArrayList<BenchMethod>(List.of(new LabelPropagatorMethod(), new LabeledOnlyMethod()));
        methods.addAll(PseudoLabelerMethod.all());
        for (final var encoders : Encoders.values()) {
            methods.add(new EncodedMethod(encoders, "probe", new LabeledOnlyMethod()));
            methods.add(new EncodedMethod(encoders, "propagate", new LabelPropagatorMethod()));
        }
        methods.add(new NetworkMethod(Encoders.CONTRASTIVE));
        methods.add(new NetworkMethod(null));
        methods.add(new AutomaticMethod());
        methods.add(new ConsistencyLearnerMethod(Encoders.CONTRASTIVE));
        methods.add(new ConsistencyLearnerMethod(null));
        return List.copyOf(methods);
    }

    private final Path folder;

    private final List<String> sets;

    private final List<String> draws;

    private final List<String> methods;

    /** What the columns p0, p1, … of all sets are the pixels of; {@code null} if they are columns like any other. */
    private final Shape image;

    private AccuracyBench(final Path folder, final List<String> sets, final List<String> draws,
        final List<String> methods, final Shape image) {
        this.folder = folder;
        this.image = image;
        this.sets = sets;
        this.draws = draws;
        this.methods = methods;
    }

    /** @throws IllegalArgumentException if the arguments are wrong */
    static AccuracyBench parse(final String[] arguments) {
        Path folder = null;
        List<String> sets = List.of();
        List<String> draws = List.of();
        List<String> methods = List.of();
        Shape image = null;
        for (var i = 0; i < arguments.length; i++) {
            final var argument = arguments[i];
            if (!argument.startsWith("--")) {
                if (folder != null) {
                    throw new IllegalArgumentException("\"" + argument + "\" is one folder too many.");
                }
                folder = Path.of(argument);
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(argument + " needs a list.");
            } else {
                final var list = List.of(arguments[++i].split(","));
                switch (argument) {
                    case "--sets" -> sets = list;
                    case "--draws" -> draws = list;
                    case "--methods" -> methods = list;
                    case "--image" -> image = Shape.parse(arguments[i]);
                    default -> throw new IllegalArgumentException("There is no option " + argument + ".");
                }
            }
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder + ".");
        }
        check("method", methods, METHODS.stream().map(BenchMethod::name).toList());
        return new AccuracyBench(folder, sets, draws, methods, image);
    }

    /** @return whether everything could be measured */
    boolean run(final PrintStream out, final PrintStream messages) {
        out.println("set,draw,method,acc_pool,bacc_pool,acc_test,bacc_test,seconds");
        var good = true;
        final var present = folders();
        check("set", sets, present);
        for (final var name : wanted(sets, present)) {
            try {
                final var set = new BenchSet(folder.resolve(name), image);
                for (final var draw : wanted(draws, List.copyOf(set.draws()))) {
                    if (set.draws().contains(draw)) {
                        for (final var method : METHODS) {
                            good &= !isWanted(method) || measure(set, draw, method, out, messages);
                        }
                    }
                }
            } catch (final IOException e) {
                messages.println(name + ": " + e);
                good = false;
            }
        }
        return good;
    }

    private boolean isWanted(final BenchMethod method) {
        return methods.isEmpty() ? image != null || !method.isForImages() : methods.contains(method.name());
    }

    private static boolean measure(final BenchSet set, final String draw, final BenchMethod method,
        final PrintStream out, final PrintStream messages) {
        final var exec = ExecutionContexts.create().context();
        final var pool = set.pool(draw, exec);
        final var test = set.test(exec);
        final var start = System.nanoTime();
        try {
            final var predicted = method.predict(pool, test, exec);
            final var seconds = (System.nanoTime() - start) / 1e9;
            final var onPool = matrix(set.poolTruth(draw), predicted.pool());
            final var onTest = matrix(set.testTruth(), predicted.test());
            out.printf(Locale.ROOT, "%s,%s,%s,%.4f,%.4f,%.4f,%.4f,%.3f%n", set.name(), draw, method.name(),
                onPool.accuracy(), onPool.balancedAccuracy(), onTest.accuracy(), onTest.balancedAccuracy(), seconds);
            if (predicted.message() != null) {
                messages.println(set.name() + ", " + draw + ", " + method.name() + ": " + predicted.message());
            }
            return true;
        } catch (final Exception e) { // NOSONAR one cell that fails must not end the others
            messages.println(set.name() + ", " + draw + ", " + method.name() + ": " + e.getMessage());
            return false;
        }
    }

    static ConfusionMatrix matrix(final List<String> truth, final List<String> predicted) {
        final var classes = new ArrayList<String>();
        final Function<String, Integer> code = name -> {
            if (!classes.contains(name)) {
                classes.add(name);
            }
            return classes.indexOf(name);
        };
        final var actual = new ArrayList<Integer>();
        final var predictedCodes = new ArrayList<Integer>();
        for (var row = 0; row < truth.size(); row++) {
            if (truth.get(row) != null) {
                actual.add(code.apply(truth.get(row)));
                predictedCodes.add(predicted.get(row) == null ? -1 : code.apply(predicted.get(row)));
            }
        }
        return ConfusionMatrix.of(actual.stream().mapToInt(i -> i).toArray(),
            predictedCodes.stream().mapToInt(i -> i).toArray(),
            classes.size());
    }

    private List<String> folders() {
        try (var entries = Files.list(folder)) {
            return entries
                .filter(f -> Files.isRegularFile(f.resolve("data.csv")) && Files.isRegularFile(f.resolve("draws.csv")))
                .map(f -> f.getFileName().toString()).sorted().toList();
        } catch (final IOException e) {
            throw new IllegalArgumentException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> wanted(final List<String> chosen, final List<String> present) {
        return chosen.isEmpty() ? present : chosen;
    }

    private static void check(final String what, final List<String> chosen, final List<String> present) {
        for (final var name : chosen) {
            if (!present.contains(name)) {
                throw new IllegalArgumentException(
                    "There is no " + what + " \"" + name + "\"; there are " + String.join(", ", present) + ".");
            }
        }
    }
}

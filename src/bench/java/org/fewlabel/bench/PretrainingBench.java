package org.fewlabel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.learn.judge.LabelDraw;

/** What pre-training is worth: the same network, fine-tuned after it and from scratch (SCARF, section 4). */
final class PretrainingBench {

    private static final int SEEDS = 5;

    private static final List<BenchMethod> METHODS = List.of(new LabeledOnlyMethod(), new NetworkMethod(null),
        new NetworkMethod(Encoders.CONTRASTIVE));

    private final Path folder;

    private final List<String> sets;

    private PretrainingBench(final Path folder, final List<String> sets) {
        this.folder = folder;
        this.sets = sets;
    }

    /** @throws IllegalArgumentException if the arguments are wrong */
    static PretrainingBench parse(final String[] arguments) {
        final var folder = Path.of(arguments[0]);
        final var good = Files.isDirectory(folder)
            && (arguments.length == 1 || arguments.length == 3 && arguments[1].equals("--sets"));
        if (!good) {
            throw new IllegalArgumentException("Name a folder of data, and perhaps --sets and a list.");
        }
        return new PretrainingBench(folder, arguments.length == 1 ? List.of() : List.of(arguments[2].split(",")));
    }

    /** @return whether everything could be measured */
    boolean run(final PrintStream out, final PrintStream messages) {
        out.println("set,labels,seeds,labelled_only,network,finetuned,gain");
        var good = true;
        try {
            final var folders = new ArrayList<Path>();
            try (var entries = Files.list(folder)) {
                entries.filter(f -> Files.isRegularFile(f.resolve("data.csv")))
                    .filter(f -> sets.isEmpty() || sets.contains(f.getFileName().toString())).sorted()
                    .forEach(folders::add);
            }
            folders.addAll(GeneratedSets.write(Files.createTempDirectory("fewlabel-sets")));
            for (final var set : folders) {
                good &= measure(new BenchSet(set), out, messages);
            }
        } catch (final IOException e) {
            messages.println(e);
            good = false;
        }
        return good;
    }

    private static boolean measure(final BenchSet set, final PrintStream out, final PrintStream messages) {
        final var budgets = new LinkedHashMap<String, LabelDraw.Amount>();
        budgets.put("4 per class", new LabelDraw.PerClass(4));
        budgets.put("25 %", new LabelDraw.Share(0.25));
        try {
            for (final var budget : budgets.entrySet()) {
                final var sums = new double[METHODS.size()];
                for (var seed = 0; seed < SEEDS; seed++) {
                    set.draw("drawn", budget.getValue(), seed);
                    final var exec = ExecutionContexts.create().context();
                    final var pool = set.pool("drawn", exec);
                    final var test = set.test(exec);
                    for (var m = 0; m < sums.length; m++) {
                        sums[m] += AccuracyBench
                            .matrix(set.poolTruth("drawn"), METHODS.get(m).predict(pool, test, exec).pool()).accuracy();
                    }
                }
                out.printf(Locale.ROOT, "%s,%s,%d,%.4f,%.4f,%.4f,%+.1f %%%n", set.name(), budget.getKey(), SEEDS,
                    sums[0] / SEEDS, sums[1] / SEEDS, sums[2] / SEEDS, 100 * (sums[2] / sums[1] - 1));
            }
            return true;
        } catch (final Exception e) { // NOSONAR one set that fails must not end the others
            messages.println(set.name() + ": " + e.getMessage());
            return false;
        }
    }
}

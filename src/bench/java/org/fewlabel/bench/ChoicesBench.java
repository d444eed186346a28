package org.fewlabel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.learn.propagation.LabelPropagator;
import org.fewlabel.learn.propagation.LabelPropagator.Method;
import org.fewlabel.learn.propagation.LabelPropagator.Settings;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.TextReading;
import org.knime.core.node.InvalidSettingsException;

/**
 * Leave-one-set-out selection of the settings of Label Propagator: selects them on the other sets and evaluates them on
 * the left-out one, which is an unbiased figure for a tuned default.
 */
final class ChoicesBench {

    private static final int[] NEIGHBOURS = {7, 10, 15};

    private final Path folder;

    private final List<String> sets;

    private ChoicesBench(final Path folder, final List<String> sets) {
        this.folder = folder;
        this.sets = sets;
    }

    /** @throws IllegalArgumentException if the arguments are wrong */
    static ChoicesBench parse(final String[] arguments) {
        final var folder = Path.of(arguments[0]);
        if (!Files.isDirectory(folder) || arguments.length != 3 || !arguments[1].equals("--sets")) {
            throw new IllegalArgumentException("Give a folder and, after --sets, two or more sets.");
        }
        return new ChoicesBench(folder, List.of(arguments[2].split(",")));
    }

    /** The settings among which is chosen, by what they are called. */
    private static Map<String, Settings> choices() {
        final var choices = new LinkedHashMap<String, Settings>();
        final var defaults = Settings.defaults();
        choices.put("Automatic", defaults);
        for (final var method : Method.values()) {
            for (final var k : NEIGHBOURS) {
                choices.put(method.text() + " " + k, new Settings(method, defaults.priors(), k, defaults.alpha(),
                    defaults.calibrate(), defaults.similarity(), 0, defaults.search()));
            }
        }
        return choices;
    }

    /** @return whether everything could be measured */
    boolean run(final PrintStream out, final PrintStream messages) {
        final Map<String, Map<String, Map<String, Double>>> byKind = new LinkedHashMap<>(); // kind of draw, set, choice
        try {
            for (final var name : sets) {
                final var set = new BenchSet(folder.resolve(name));
                final var counts = new LinkedHashMap<String, Integer>();
                for (final var draw : set.draws()) {
                    final var kind = draw.substring(0, draw.lastIndexOf('_'));
                    counts.merge(kind, 1, Integer::sum);
                    final var sums = byKind.computeIfAbsent(kind, k -> new LinkedHashMap<>())
                        .computeIfAbsent(name, n -> new LinkedHashMap<>());
                    accuracies(set, draw).forEach((choice, accuracy) -> sums.merge(choice, accuracy, Double::sum));
                }
                counts.forEach((kind, count) -> byKind.get(kind).get(name).replaceAll((choice, sum) -> sum / count));
                messages.println(name + " measured");
            }
        } catch (final IOException e) {
            messages.println(e.getMessage());
            return false;
        }
        out.println("draw,left_out,chosen_on_the_others,its_accuracy,automatic,best_in_hindsight,its_accuracy");
        byKind.forEach((kind, bySet) -> bySet.forEach((leftOut, figures) -> {
            final var chosen = best(figures.keySet().stream().toList(), choice -> bySet.entrySet().stream()
                .filter(e -> !e.getKey().equals(leftOut)).mapToDouble(e -> e.getValue().get(choice)).sum());
            final var hindsight = best(figures.keySet().stream().toList(), figures::get);
            out.printf(Locale.ROOT, "%s,%s,%s,%.4f,%.4f,%s,%.4f%n", kind, leftOut, chosen, figures.get(chosen),
                figures.get("Automatic"), hindsight, figures.get(hindsight));
        }));
        return true;
    }

    private static String best(final List<String> choices, final ToDoubleFunction<String> figure) {
        return choices.stream().max(Comparator.comparingDouble(figure)).orElseThrow();
    }

    /** Per choice the share of the unlabeled rows that it is right about. */
    private static Map<String, Double> accuracies(final BenchSet set, final String draw) {
        final var pool = set.pool(draw, ExecutionContexts.create().context());
        final var spec = pool.getDataTableSpec();
        final var truth = set.poolTruth(draw);
        final var accuracies = new LinkedHashMap<String, Double>();
        try {
            final var data = LearningTable.read(pool, BenchSet.LABEL,
                FeatureSetting.LEARNED.choose(spec, FeatureSetting.LEARNED.detect(spec, BenchSet.LABEL),
                    BenchSet.LABEL),
                TextReading.RECOGNISED, Progress.NONE);
            choices().forEach((name, settings) -> {
                final var fitted = new LabelPropagator(settings).fit(data.features(), data.labels(),
                    Workers.ofMachine(),
                    Progress.NONE);
                final var classes = data.labels().classes();
                final var predicted = fitted.probabilities().argmax();
                var rows = 0;
                var correct = 0;
                for (var i = 0; i < predicted.length; i++) {
                    if (truth.get(i) != null) {
                        rows++;
                        correct += predicted[i] >= 0 && classes.get(predicted[i]).equals(truth.get(i)) ? 1 : 0;
                    }
                }
                accuracies.put(name, (double)correct / rows);
            });
        } catch (final InvalidSettingsException e) {
            throw new IllegalArgumentException(set.name() + ", " + draw + ": " + e.getMessage(), e);
        }
        return accuracies;
    }
}

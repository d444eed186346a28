package org.fewlabel.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.knime.core.node.NodeSettings;

/** What the settings of Spectrogram are worth to those who learn from few labels. */
final class SoundsBench {

    private static final Map<String, Consumer<NodeSettings>> DESCRIPTIONS = new LinkedHashMap<>();

    static {
        DESCRIPTIONS.put("default", s -> {});
        DESCRIPTIONS.put("MFCC", s -> s.addString("description", "MFCC"));
        DESCRIPTIONS.put("not made equal", s -> s.addBoolean("centre", false));
        DESCRIPTIONS.put("quiet ends kept", s -> s.addBoolean("trim_is_present", false));
        DESCRIPTIONS.put("pad or crop", SoundsBench::padOrCrop);
        DESCRIPTIONS.put("as librosa", s -> {
            padOrCrop(s);
            s.addBoolean("centre", false);
            s.addBoolean("trim_is_present", false);
        });
        DESCRIPTIONS.put("10 parts", s -> s.addInt("parts", 10));
        DESCRIPTIONS.put("32 parts", s -> s.addInt("parts", 32));
        DESCRIPTIONS.put("24 bands", s -> s.addInt("bands", 24));
        DESCRIPTIONS.put("64 bands", s -> s.addInt("bands", 64));
        DESCRIPTIONS.put("HTK", s -> s.addString("scale", "HTK"));
    }

    /**
     * The 95th percentile of the length of the fsdd recordings; the same for pool and test, which are read separately.
     */
    private static final double SECONDS = 0.66;

    private final Path folder;

    private final List<String> draws;

    private SoundsBench(final Path folder, final List<String> draws) {
        this.folder = folder;
        this.draws = draws;
    }

    private static void padOrCrop(final NodeSettings settings) {
        settings.addString("length", "PAD_OR_CROP");
        settings.addBoolean("seconds_is_present", true);
        settings.addDouble("seconds", SECONDS);
    }

    /** @throws IllegalArgumentException if the arguments are wrong */
    static SoundsBench parse(final String[] arguments) {
        final var folder = Path.of(arguments[0]);
        if (!Files.isDirectory(folder.resolve("wav"))) {
            throw new IllegalArgumentException("There are no recordings in " + folder.resolve("wav") + ".");
        }
        if (arguments.length != 1 && !(arguments.length == 3 && arguments[1].equals("--draws"))) {
            throw new IllegalArgumentException("Name a folder and perhaps --draws with a list.");
        }
        return new SoundsBench(folder,
            arguments.length == 1 ? List.of("l4_s0", "l10_s0") : List.of(arguments[2].split(",")));
    }

    /** @return true: whatever cannot be measured is an exception */
    boolean run(final PrintStream out) {
        out.println("description,draw,propagator_pool,propagator_test,alone_pool,alone_test");
        for (final var description : DESCRIPTIONS.entrySet()) {
            try {
                final var set = new BenchSet(folder, description.getValue());
                for (final var draw : draws) {
                    out.println(description.getKey() + "," + draw + accuracies(set, draw, new LabelPropagatorMethod())
                        + accuracies(set, draw, new LabeledOnlyMethod()));
                }
            } catch (final IOException e) {
                throw new IllegalArgumentException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
            }
        }
        return true;
    }

    private static String accuracies(final BenchSet set, final String draw, final BenchMethod method) {
        final var exec = ExecutionContexts.create().context();
        try {
            final var predicted = method.predict(set.pool(draw, exec), set.test(exec), exec);
            return String.format(Locale.ROOT, ",%.4f,%.4f",
                AccuracyBench.matrix(set.poolTruth(draw), predicted.pool()).accuracy(),
                AccuracyBench.matrix(set.testTruth(), predicted.test()).accuracy());
        } catch (final Exception e) { // NOSONAR whatever the nodes throw, this cannot be measured then
            throw new IllegalStateException(set.name() + ", " + draw + ", " + method.name() + ": " + e.getMessage(), e);
        }
    }
}

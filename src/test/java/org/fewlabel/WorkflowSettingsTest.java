package org.fewlabel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.fewlabel.headless.node.settings.ParameterSettings;
import org.fewlabel.headless.node.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.node.parameters.NodeParameters;

/**
 * The settings in the files of the test workflows are complete: the dialog writes them again as they are. If it wrote
 * others, <i>OK</i> in a dialog in which nothing was changed would reset the node, and those after it.
 */
class WorkflowSettingsTest {

    private static final Path TEST_WORKFLOWS = Path.of("test-workflows");

    private static final Path GENUINE = Path.of("src", "test", "resources", "knime-workflows");

    /** Each settings file of a node of ours. */
    static List<Path> ownNodes() throws IOException {
        return settingsFiles(TEST_WORKFLOWS).stream().filter(file -> factory(file).startsWith("org.fewlabel."))
            .toList();
    }

    /** Each settings file of a node of KNIME's. */
    static List<Path> baseNodes() throws IOException {
        return settingsFiles(TEST_WORKFLOWS).stream().filter(file -> !factory(file).startsWith("org.fewlabel."))
            .toList();
    }

    private static List<Path> settingsFiles(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("settings.xml")).sorted().toList();
        }
    }

    private static NodeSettingsRO load(final Path file) {
        try (var in = Files.newInputStream(file)) {
            return NodeSettings.loadFromXML(in);
        } catch (final IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static String factory(final Path file) {
        return load(file).getString("factory", "");
    }

    private static NodeSettingsRO model(final Path file) throws Exception {
        return load(file).getNodeSettings("model");
    }

    @ParameterizedTest
    @MethodSource("ownNodes")
    void theDialogWritesTheSameSettingsAgain(final Path file) throws Exception {
        final var model = model(file);
        final var again = Settings.of(ParameterSettings.load(parameters(factory(file)), model));
        assertThat(without(entries(again), entries(model))).as("only the dialog writes").isEmpty();
        assertThat(without(entries(model), entries(again))).as("only the file has").isEmpty();
    }

    private static TreeMap<String, List<String>> without(final TreeMap<String, List<String>> some,
        final TreeMap<String, List<String>> others) {
        final var left = new TreeMap<>(some);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    private static Class<? extends NodeParameters> parameters(final String factory) throws ClassNotFoundException {
        return Class.forName(factory.replaceFirst("NodeFactory$", "NodeParameters")).asSubclass(NodeParameters.class);
    }

    /**
     * What a node of KNIME's saves with the settings that it has at first, it saves with any; more only where the user
     * has made a list longer, or chosen something that has settings of its own.
     */
    @ParameterizedTest
    @MethodSource("baseNodes")
    void noSettingOfABaseNodeIsMissing(final Path file) throws Exception {
        final var genuine = genuine().get(factory(file));
        assertThat(genuine).as("settings that KNIME saved of " + factory(file)).isNotNull();
        final var missing = new TreeSet<>(keys(genuine));
        missing.removeAll(keys(model(file)));
        assertThat(missing).isEmpty();
    }

    private static Map<String, NodeSettingsRO> genuine() throws Exception {
        final var byFactory = new HashMap<String, NodeSettingsRO>();
        for (final var folder : List.of("base-nodes-5.9", "model-nodes-5.9")) {
            for (final var file : settingsFiles(GENUINE.resolve(folder))) {
                byFactory.put(factory(file), model(file));
            }
        }
        return byFactory;
    }

    /** Keys and types, without the places in lists. */
    private static TreeSet<String> keys(final NodeSettingsRO settings) {
        final var keys = new TreeSet<String>();
        entries(settings).forEach((key, value) -> {
            if (!key.matches(".*/(\\d+|array-size)(/.*)?")) {
                keys.add(key + " " + value.get(0));
            }
        });
        return keys;
    }

    /** Each entry by its path: its type and its value. */
    private static TreeMap<String, List<String>> entries(final NodeSettingsRO settings) {
        final var entries = new TreeMap<String, List<String>>();
        collect("", (ConfigBase)settings, entries);
        return entries;
    }

    private static void collect(final String path, final ConfigBase config, final Map<String, List<String>> entries) {
        for (final var key : config.keySet()) {
            final AbstractConfigEntry entry = config.getEntry(key);
            final var here = path + "/" + key;
            if (entry instanceof ConfigBase group) {
                entries.put(here, List.of("config"));
                collect(here, group, entries);
            } else {
                final var described = new ArrayList<String>(List.of(entry.getType().name()));
                described.add(Objects.toString(entry.toStringValue()));
                entries.put(here, described);
            }
        }
    }
}

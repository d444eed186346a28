package org.fewlabel.nodes.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.NodeVariants;

/**
 * KNIME configures a node again and again, with whatever is known of its input by then. Each node is configured here
 * with all possible inputs: it returns its output specs, or explains to the user why it cannot be executed.
 */
class ConfigureSweepTest {

    /** What a user should not have to read. */
    private static final Pattern TALK_OF_PROGRAMS = Pattern
        .compile("\\bnull\\b|Exception|\\b(?:java|org)\\.\\w|@[0-9a-f]{5,}|\\[\\]|Optional");

    private static final int MANY = 300;

    private static final int FEW = 20;

    private static final List<String> CLASSES = Arrays.asList("a", "b", "b", null);

    private static final double[][] SHARES = {{}, {0}, {0, 0}, {50}, {50, 50}, {50, 25, 25}, {-1, 2}, {Double.NaN, 1},
        {1, Double.POSITIVE_INFINITY}, {1, 1, 1, 1}};

    private static PluginXmlRegistry registry;

    @BeforeAll
    static void registerPortTypes() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            registry = new PluginXmlRegistry(in, ConfigureSweepTest.class.getClassLoader());
            registry.registerPortTypes();
        }
    }

    static Stream<DefaultNodeFactory> factories() throws Exception {
        final var factories = new ArrayList<DefaultNodeFactory>();
        registerPortTypes();
        for (final var name : new TreeSet<>(registry.factories())) {
            factories.add((DefaultNodeFactory)Class.forName(name).getConstructor().newInstance());
        }
        return factories.stream();
    }

    private static Map<String, RunnableNode> variants(final DefaultNodeFactory factory) throws Exception {
        final var types = new ArrayList<>(PortSpecs.TYPES);
        types.add(BufferedDataTable.TYPE);
        return NodeVariants.of(factory, types);
    }

    /** @return so many of them at most, drawn by lot, always the same */
    private static List<Map.Entry<String, PortObjectSpec[]>> some(final int most,
        final Map<String, PortObjectSpec[]> inputs) {
        final var some = new ArrayList<>(inputs.entrySet());
        Collections.shuffle(some, new Random(1));
        return some.subList(0, Math.min(most, some.size()));
    }

    /** @return each combination of what may be known at the ports, by what it is */
    private static Map<String, PortObjectSpec[]> inputs(final List<PortType> ports, final DataTableSpec table,
        final DataTableSpec madeFor) {
        Map<String, PortObjectSpec[]> inputs = new LinkedHashMap<>(Map.of("", new PortObjectSpec[ports.size()]));
        for (var port = 0; port < ports.size(); port++) {
            final var more = new LinkedHashMap<String, PortObjectSpec[]>();
            final var type = ports.get(port);
            final var known = PortSpecs.of(type, type.equals(BufferedDataTable.TYPE) ? table : madeFor);
            for (final var before : inputs.entrySet()) {
                for (final var spec : known.entrySet()) {
                    final var in = before.getValue().clone();
                    in[port] = spec.getValue();
                    more.put(before.getKey() + (before.getKey().isEmpty() ? "" : "; ") + spec.getKey(), in);
                }
            }
            inputs = more;
        }
        return inputs;
    }

    /** @return the output specs of the node, {@code null} if it reported why it cannot be executed */
    private static PortObjectSpec[] configure(final RunnableNode node, final NodeSettings settings,
        final PortObjectSpec[] in, final String what) {
        try {
            final var configured = node.configure(settings, in);
            assertThat(configured.specs()).as(what).hasSameSizeAs(node.outPorts());
            return configured.specs();
        } catch (final InvalidSettingsException e) {
            if (e.getMessage() == null || e.getMessage().length() < 20 || !e.getMessage().endsWith(".")
                || TALK_OF_PROGRAMS.matcher(e.getMessage()).find()) {
                fail(node.name() + " tells the user \"" + e.getMessage() + "\" with " + what, e);
            }
            return null;
        } catch (final Exception | StackOverflowError | LinkageError e) {
            return fail(node.name() + " is at fault with " + what, e);
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void noNodeIsAtFaultWhateverIsKnownOfItsInput(final DefaultNodeFactory factory) throws Exception {
        final var tables = TableSpecs.all();
        var configured = 0;
        for (final var variant : variants(factory).entrySet()) {
            final var node = variant.getValue();
            for (final var table : tables.entrySet()) {
                for (final var in : some(MANY, inputs(node.inPorts(), table.getValue(), table.getValue()))) {
                    final var specs = configure(node, node.defaultSettings(in.getValue()), in.getValue(),
                        variant.getKey() + "; " + table.getKey() + "; " + in.getKey());
                    configured += specs == null ? 0 : 1;
                }
            }
        }
        assertThat(configured).as("how often it could be executed").isGreaterThan(2);
    }

    /** The settings, and the other inputs, were derived from another table. */
    @ParameterizedTest
    @MethodSource("factories")
    void noNodeIsAtFaultIfItsInputChanges(final DefaultNodeFactory factory) throws Exception {
        final var tables = TableSpecs.all();
        final var rich = tables.get(TableSpecs.RICH);
        for (final var variant : variants(factory).entrySet()) {
            final var node = variant.getValue();
            final var before = inputs(node.inPorts(), rich, rich).values().iterator().next();
            final var settings = node.defaultSettings(before);
            for (final var table : tables.entrySet()) {
                for (final var in : some(MANY, inputs(node.inPorts(), table.getValue(), rich))) {
                    configure(node, settings, in.getValue(),
                        variant.getKey() + "; then " + table.getKey() + "; " + in.getKey());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void noNodeIsAtFaultWhateverItsSwitchesSay(final DefaultNodeFactory factory) throws Exception {
        final var facts = NodeAccess.facts(factory);
        for (final var variant : variants(factory).entrySet()) {
            final var node = variant.getValue();
            for (final var table : TableSpecs.all().entrySet()) {
                for (final var in : some(FEW, inputs(node.inPorts(), table.getValue(), table.getValue()))) {
                    final var settings = SettingsVariants.of(facts, node.defaultSettings(in.getValue()));
                    for (final var changed : settings.entrySet()) {
                        configure(node, changed.getValue(), in.getValue(), variant.getKey() + "; " + table.getKey()
                            + "; " + in.getKey() + "; " + changed.getKey());
                    }
                }
            }
        }
    }

    /** Shares of classes are what a dialog cannot check while the user types. */
    @ParameterizedTest
    @MethodSource("factories")
    void noNodeIsAtFaultWhateverSharesAreGiven(final DefaultNodeFactory factory) throws Exception {
        for (final var variant : variants(factory).entrySet()) {
            final var node = variant.getValue();
            for (final var table : TableSpecs.all().entrySet()) {
                final var in = inputs(node.inPorts(), table.getValue(), table.getValue()).values().iterator().next();
                final var settings = node.defaultSettings(in);
                if (settings.containsKey("givenShares")) {
                    settings.addString("shares", "GIVEN");
                    for (final var shares : SHARES) {
                        final var given = settings.addNodeSettings("givenShares");
                        for (var c = 0; c < shares.length; c++) {
                            final var share = given.addNodeSettings(Integer.toString(c));
                            share.addString("class", CLASSES.get(c));
                            share.addDouble("share", shares[c]);
                        }
                        configure(node, settings, in,
                            variant.getKey() + "; " + table.getKey() + "; " + Arrays.toString(shares));
                    }
                }
            }
        }
    }

    /** The output specs of nodes are the input specs of others before execution. */
    @Test
    void noNodeIsAtFaultWithWhatAnotherNodeAnnounces() throws Exception {
        final var nodes = new ArrayList<RunnableNode>();
        for (final var factory : factories().toList()) {
            nodes.addAll(variants(factory).values());
        }
        for (final var table : TableSpecs.all().entrySet()) {
            final var announced = new LinkedHashMap<String, PortObjectSpec>();
            announced.put(table.getKey(), table.getValue());
            for (var round = 0; round < 3; round++) {
                for (final var node : nodes) {
                    List.copyOf(chains(node, announced)).forEach(chain -> announce(node, chain, announced));
                }
            }
            assertThat(announced.keySet()).as(table.getKey()).isNotEmpty();
        }
    }

    /** @return names of what is announced, one for each port, in each way that fits the ports */
    private static List<List<String>> chains(final RunnableNode node, final Map<String, PortObjectSpec> announced) {
        List<List<String>> chains = List.of(List.of());
        for (final var port : node.inPorts()) {
            final var fitting = announced.entrySet().stream()
                .filter(e -> port.getPortObjectSpecClass().isInstance(e.getValue())).map(Map.Entry::getKey).limit(6)
                .toList();
            chains = chains.stream().flatMap(chain -> fitting.stream()
                .map(name -> Stream.concat(chain.stream(), Stream.of(name)).toList())).toList();
        }
        return chains;
    }

    private static void announce(final RunnableNode node, final List<String> chain,
        final Map<String, PortObjectSpec> announced) {
        final var in = chain.stream().map(announced::get).toArray(PortObjectSpec[]::new);
        final var specs = configure(node, node.defaultSettings(in), in, chain.toString());
        for (var port = 0; specs != null && port < specs.length; port++) {
            if (specs[port] != null) {
                announced.putIfAbsent(node.name() + " " + port + " of " + chain.get(0), specs[port]);
            }
        }
    }
}

package org.fewlabel.headless.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.swing.JComponent;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.registry.NodeRegistry;
import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;

/** Nodes are configured at the times, with the specs and with the handling of exceptions of KNIME. */
class ConfigureAgainTest {

    private static final BufferedDataTable TABLE = new TestTable().ints("a", 1, 2).build();

    @TempDir
    private Path temp;

    private WorkflowBuilder builder;

    private final Map<Integer, Probe> probes = new HashMap<>();

    /** Which node was configured with what, and which was executed. */
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void workflow() {
        builder = new WorkflowBuilder(temp.resolve("flow"));
    }

    /** The output spec of a node. */
    @FunctionalInterface
    private interface Saying {
        PortObjectSpec[] configure(NodeSettingsRO settings, PortObjectSpec[] in) throws InvalidSettingsException;
    }

    /** A node that passes on a table and records its calls. */
    private final class Probe extends TestNode {

        private final List<PortType> inPorts;

        private final Saying saying;

        Probe(final int id, final List<PortType> inPorts, final Saying saying, final Work work) {
            super("Node " + id, (in, exec) -> {
                events.add(id + " executed");
                return work.execute(in, exec);
            });
            this.inPorts = inPorts;
            this.saying = (settings, in) -> {
                final var known = new ArrayList<String>();
                for (final var spec : in) {
                    known.add(spec == null ? "nothing" : columns(spec));
                }
                events.add(id + " " + String.join(", ", known));
                return saying.configure(settings, in);
            };
        }

        @Override
        public List<PortType> inPorts() {
            return inPorts;
        }

        @Override
        public NodeSettings defaultSettings(final PortObjectSpec[] in) {
            final var settings = new NodeSettings("model");
            settings.addString("guess", in.length > 0
                && ((DataTableSpec)in[0]).getColumnSpec(0).getDomain().hasBounds() ? "with bounds" : "without bounds");
            return settings;
        }

        @Override
        public Configured configure(final NodeSettingsRO model, final PortObjectSpec[] in)
            throws InvalidSettingsException {
            return new Configured(saying.configure(model, in), null);
        }
    }

    private static String columns(final PortObjectSpec spec) {
        return String.join("+", ((DataTableSpec)spec).getColumnNames());
    }

    private static PortObjectSpec[] says(final PortObjectSpec spec) {
        return new PortObjectSpec[]{spec};
    }

    private void add(final int id, final List<PortType> inPorts, final Saying saying, final TestNode.Work work) {
        builder.node(id, "probe" + id, "Node " + id, model -> {});
        probes.put(id, new Probe(id, inPorts, saying, work));
    }

    /** A node without input. */
    private void source(final int id, final Saying saying) {
        add(id, List.of(), saying, (in, exec) -> TABLE);
    }

    /** A node with so many input tables that gives the first. */
    private void node(final int id, final int inputs, final Saying saying) {
        add(id, Collections.nCopies(inputs, BufferedDataTable.TYPE), saying, (in, exec) -> in[0]);
    }

    private WorkflowResult run() throws Exception {
        final NodeRegistry registry = (node, files) -> Optional
            .of(probes.get(Integer.parseInt(node.factory().substring("probe".length()))));
        return WorkflowRun.load(builder.write(), registry).execute(RunListener.NONE);
    }

    @Test
    void allAreConfiguredAtOnceAndThoseBehindAnExecutedNodeAgain() throws Exception {
        source(1, (settings, in) -> says(TABLE.getSpec()));
        node(2, 1, (settings, in) -> says(in[0]));
        node(3, 1, (settings, in) -> says(in[0]));
        source(4, (settings, in) -> says(TABLE.getSpec()));
        builder.connect(1, 1, 2, 1).connect(2, 1, 3, 1);
        assertThat(run().succeeded()).isTrue();
        assertThat(events).containsExactly("1 ", "2 a", "3 a", "4 ", "1 executed", "2 a", "3 a", "2 executed", "3 a",
            "3 executed", "4 executed");
    }

    @Test
    void theSpecsOfExecutedNodesAreThoseOfTheirTables() throws Exception {
        source(1, (settings, in) -> says(TABLE.getSpec()));
        node(2, 1, (settings, in) -> says(null));
        node(3, 1, (settings, in) -> says(null));
        source(4, (settings, in) -> says(null));
        node(5, 2, (settings, in) -> says(in[1]));
        builder.connect(1, 1, 2, 1).connect(2, 1, 3, 1).connect(3, 1, 5, 1).connect(4, 1, 5, 2);
        assertThat(run().succeeded()).isTrue();
        assertThat(events).as("a node of which one input is not known is left alone").containsExactly("1 ", "2 a", "4 ",
            "1 executed", "2 a", "2 executed", "3 a", "3 executed", "4 executed", "5 a, a", "5 executed");
    }

    @Test
    void nothingIsKnownOfAnOptionalInputThatIsNotConnected() throws Exception {
        source(1, (settings, in) -> says(TABLE.getSpec()));
        source(2, (settings, in) -> says(null));
        final var ports = List.of(BufferedDataTable.TYPE, BufferedDataTable.TYPE_OPTIONAL);
        add(3, ports, (settings, in) -> says(in[0]), (in, exec) -> in[0]);
        add(4, ports, (settings, in) -> says(in[0]), (in, exec) -> in[0]);
        builder.connect(1, 1, 3, 1).connect(1, 1, 4, 1).connect(2, 1, 4, 2);
        assertThat(run().succeeded()).isTrue();
        assertThat(events).containsSubsequence("3 a, nothing", "1 executed").doesNotContain("4 a, nothing");
        assertThat(events).containsSubsequence("2 executed", "4 a, a", "4 executed");
    }

    @Test
    void aNodeBehindAVariableConnectionWaitsUntilTheOtherIsConfigured() throws Exception {
        source(1, (settings, in) -> says(null));
        node(2, 1, (settings, in) -> says(in[0]));
        source(3, (settings, in) -> says(null));
        builder.connect(1, 1, 2, 1).connect(2, 0, 3, 0);
        assertThat(run().succeeded()).isTrue();
        assertThat(events).containsExactly("1 ", "1 executed", "2 a", "3 ", "2 executed", "3 ", "3 executed");
    }

    @Test
    void whatCannotBeConfiguredYetIsNeitherAFailureNorAWarning() throws Exception {
        source(1, (settings, in) -> says(TABLE.getSpec()));
        node(2, 1, (settings, in) -> {
            if (!events.contains("1 executed")) {
                throw new InvalidSettingsException("It is too early.");
            }
            return says(in[0]);
        });
        builder.connect(1, 1, 2, 1);
        final var result = run();
        assertThat(events).containsExactly("1 ", "2 a", "1 executed", "2 a", "2 executed");
        assertThat(result.node(2).state()).isEqualTo(NodeState.EXECUTED);
        assertThat(result.node(2).warnings()).isEmpty();
    }

    @Test
    void whatSettingsAndSpecsSayLastIsWhatCounts() throws Exception {
        source(1, (settings, in) -> says(TABLE.getSpec()));
        node(2, 1, (settings, in) -> {
            if (events.contains("1 executed")) {
                throw new InvalidSettingsException("It is too late.");
            }
            return says(in[0]);
        });
        builder.connect(1, 1, 2, 1);
        final var result = run().node(2);
        assertThat(result.state()).isEqualTo(NodeState.FAILED);
        assertThat(result.error()).isEqualTo("It is too late.");
    }

    @Test
    void defaultsAreDerivedOnceAndKeptEvenIfUnsuitable() throws Exception {
        final var got = new ArrayList<String>();
        source(1, (settings, in) -> says(new DataTableSpec(new String[]{"a"}, new DataType[]{IntCell.TYPE})));
        node(2, 1, (settings, in) -> {
            got.add(settings.getString("guess"));
            if (got.size() == 1) {
                throw new InvalidSettingsException("Without bounds there is nothing to do.");
            }
            return says(in[0]);
        });
        builder.connect(1, 1, 2, 1);
        assertThat(run().succeeded()).isTrue();
        assertThat(got).containsExactly("without bounds", "without bounds");
    }

    @Test
    void whateverElseIsThrownIsABugThatNobodyCanOverlook() throws Exception {
        source(1, (settings, in) -> says(null));
        node(2, 1, (settings, in) -> says(in[0]));
        source(3, (settings, in) -> {
            if (events.size() < 5) {
                throw new IllegalStateException("nobody thought of that");
            }
            return says(null);
        });
        node(4, 1, (settings, in) -> says(in[0]));
        builder.connect(1, 1, 2, 1).connect(2, 0, 3, 0).connect(3, 1, 4, 1);
        final var result = run();
        assertThat(result.node(2).state()).isEqualTo(NodeState.EXECUTED);
        assertThat(result.node(3).state()).as("also if it would go well now").isEqualTo(NodeState.FAILED);
        assertThat(result.node(3).error().lines().toList()).hasSizeGreaterThan(5).startsWith(
            "Configure failed (IllegalStateException): nobody thought of that",
            "This is a bug of Node 3, whatever its settings and its input are. Please report it with these lines:",
            "java.lang.IllegalStateException: nobody thought of that")
            .anyMatch(line -> line.contains("ConfigureAgainTest.java:"));
        assertThat(result.node(3).cause()).isInstanceOf(IllegalStateException.class);
        assertThat(result.node(4).error()).isEqualTo("#3 Node 3 was not executed");
    }

    @Test
    void aBugIsNotHiddenBehindAnotherFailure() throws Exception {
        add(1, List.of(), (settings, in) -> says(TABLE.getSpec()), (in, exec) -> {
            throw new KNIMEException("The file is gone.");
        });
        node(2, 1, (settings, in) -> {
            throw new StackOverflowError();
        });
        builder.connect(1, 1, 2, 1);
        final var result = run();
        assertThat(result.node(1).error()).isEqualTo("The file is gone.");
        assertThat(result.node(2).error()).contains("This is a bug of Node 2");
    }

    @Test
    void dataWithoutASpecAreAFailure() throws Exception {
        add(1, List.of(), (settings, in) -> says(null), (in, exec) -> new PortObject() {
            @Override
            public String getSummary() {
                return "nothing";
            }

            @Override
            public PortObjectSpec getSpec() {
                return null;
            }

            @Override
            public JComponent[] getViews() {
                return new JComponent[0];
            }
        });
        node(2, 1, (settings, in) -> says(in[0]));
        builder.connect(1, 1, 2, 1);
        final var result = run();
        assertThat(result.node(1).error()).isEqualTo("What the node gave at output port 1 has no spec");
        assertThat(result.node(2).state()).isEqualTo(NodeState.NOT_EXECUTED);
    }
}

package org.fewlabel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.run.WorkflowRun;
import org.fewlabel.headless.workflow.WorkflowNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.AddedPort;
import org.knime.node.DefaultNodeFactory;

/**
 * The test workflows use every node that plugin.xml registers, and every port that can be added to one, with every type
 * that it takes: otherwise it would not be executed as by KNIME's users.
 */
class EveryNodeInAWorkflowTest {

    private static final Set<String> NODES = new TreeSet<>();

    private static final Set<String> ADDED = new HashSet<>();

    private static PluginXmlRegistry registry;

    @BeforeAll
    static void readWorkflows() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            registry = new PluginXmlRegistry(in, EveryNodeInAWorkflowTest.class.getClassLoader());
        }
        for (final var workflow : TestWorkflowsTest.all().toList()) {
            read(workflow);
        }
    }

    private static void read(final Path workflow) throws Exception {
        final var run = WorkflowRun.load(workflow, new BaseNodes().or(registry));
        for (final var node : run.workflow().nodes()) {
            if (registry.factories().contains(node.factory())) {
                assertThat(run.workflow().into(node.id()))
                    .as("%s: all inputs of %s are connected", workflow, node.label())
                    .hasSize(run.nodes().get(node.id()).inPorts().size());
                NODES.add(node.factory());
                added(node).forEach(ADDED::add);
            }
        }
    }

    private static Stream<String> added(final WorkflowNode node) throws Exception {
        return AddedPort.of(factory(node.factory()), node.settings()).stream().map(port -> text(node.factory(), port));
    }

    private static DefaultNodeFactory factory(final String name) throws ReflectiveOperationException {
        return (DefaultNodeFactory)Class.forName(name).getDeclaredConstructor().newInstance();
    }

    private static String text(final String factory, final AddedPort port) {
        return "%s with %s at \"%s\"".formatted(factory, port.type().getName(), port.group());
    }

    @Test
    void everyNodeIsInATestWorkflow() {
        assertThat(NODES).containsExactlyInAnyOrderElementsOf(registry.factories());
    }

    @Test
    void everyPortThatCanBeAddedIsUsedInATestWorkflow() throws Exception {
        registry.registerPortTypes();
        final var types = PortTypeRegistry.getInstance().availablePortTypes();
        final var possible = new TreeSet<String>();
        for (final var name : registry.factories()) {
            AddedPort.possible(factory(name), types).forEach(port -> possible.add(text(name, port)));
        }
        assertThat(possible).isNotEmpty();
        assertThat(ADDED).containsAll(possible);
    }
}

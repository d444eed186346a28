package org.fewlabel.headless.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.encode.maskedencoder.MaskedEncoderNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The nodes of workflows as they stand when a workflow was loaded and reset, and when only its tables were read. */
class ConfiguredWorkflowsTest {

    @TempDir
    private Path temp;

    private static WorkflowRun load(final Path workflow) throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            final var registry = new PluginXmlRegistry(in, ConfiguredWorkflowsTest.class.getClassLoader());
            return WorkflowRun.load(workflow, new BaseNodes().or(registry));
        }
    }

    static Stream<Path> all() throws IOException {
        return Files.list(Path.of("test-workflows")).sorted();
    }

    private static WorkflowSetup configured(final WorkflowRun run) {
        final var setup = new WorkflowSetup(run.workflow(), run.nodes(), run.workflow().variables());
        setup.configureAll();
        return setup;
    }

    /** Executes what waits for nothing. */
    private static void read(final WorkflowRun run, final WorkflowSetup setup) {
        for (final var node : run.workflow().nodes()) {
            if (run.workflow().into(node.id()).isEmpty()) {
                final var result = new NodeExecution(run, node, run.nodes().get(node.id()), setup.of(node.id()))
                    .execute(new LinkedHashMap<>(), RunListener.NONE);
                assertThat(result.state()).as(node.label() + ": " + result.error()).isEqualTo(NodeState.EXECUTED);
                setup.finished(result);
            }
        }
    }

    private static void check(final WorkflowRun run, final WorkflowSetup setup, final boolean nobodyRefuses) {
        for (final var node : run.workflow().nodes()) {
            assertThat(setup.of(node.id()).fault()).as(node.label()).isNull();
            if (nobodyRefuses) {
                assertThat(setup.of(node.id()).refusal()).as(node.label()).isNull();
            }
        }
    }

    /** A node is configured or waits for what it does not know yet. */
    @ParameterizedTest
    @MethodSource("all")
    void noNodeRefusesItsSettingsOrIsAtFault(final Path workflow) throws Exception {
        final var run = load(workflow);
        final var setup = configured(run);
        check(run, setup, true);
        read(run, setup);
        check(run, setup, true);
        final var ours = run.workflow().nodes().stream().filter(node -> node.factory().startsWith("org.fewlabel."));
        assertThat(ours.filter(node -> setup.of(node.id()).isConfigured()).count()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noNodeFailsThatDerivesItsSettings(final Path workflow) throws Exception {
        final var run = load(workflow);
        for (final var node : run.workflow().nodes()) {
            if (node.factory().startsWith("org.fewlabel.")) {
                for (final var key : List.copyOf(node.model().keySet())) {
                    node.model().removeConfig(key);
                }
            }
        }
        final var setup = configured(run);
        check(run, setup, false);
        read(run, setup);
        check(run, setup, false);
    }

    /** The task, and thus the output of the encoder, is known only after Pretext Generator has been executed. */
    @Test
    void anAutomaticTaskLeavesTheOutputOfTheEncoderOpen() throws Exception {
        final var csv = new StringBuilder("a,b,c,d,e,f\n");
        IntStream.range(0, 40).forEach(row -> csv.append("%d,%d,%d,%d,%d,%d%n".formatted(row * row % 17, row * 7 % 13,
            row * row % 11, row * 5 % 19, row * 3 % 7, row * row % 23)));
        final var folder = new WorkflowBuilder(temp.resolve("flow")).csvReader(1, "numbers.csv", csv.toString())
            .node(2, PretextGeneratorNodeFactory.class.getName(), "Pretext Generator", model -> {})
            .node(3, MaskedEncoderNodeFactory.class.getName(), "Masked Encoder", model -> {})
            .node(4, EncoderApplyNodeFactory.class.getName(), "Encoder Apply", model -> {})
            .connect(1, 1, 2, 1).connect(1, 1, 3, 1).connect(2, 1, 3, 2).connect(3, 1, 4, 1).connect(1, 1, 4, 2)
            .write();
        final var run = load(folder);
        final var setup = configured(run);
        check(run, setup, true);
        assertThat(setup.of(4).isConfigured()).isTrue();
        final var result = run.execute(RunListener.NONE);
        assertThat(result.node(3).error()).isNull();
        assertThat(result.succeeded()).isTrue();
    }
}

package org.fewlabel.headless.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.headless.WorkflowBuilder.put;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.Workflows;
import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.registry.NodeRegistry;
import org.fewlabel.headless.workflow.FlowVariable;
import org.fewlabel.headless.workflow.NodeOption;
import org.fewlabel.headless.workflow.WorkflowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeSettings;

class WorkflowRunTest {

    @TempDir
    private Path temp;

    private WorkflowBuilder builder;

    @BeforeEach
    void workflow() {
        builder = new WorkflowBuilder(temp.resolve("flow"));
    }

    private WorkflowBuilder threeInARow() {
        return builder.csvReader(1, "x.csv", "a,b\n1,x\n2,y\n").columnFilter(3, "a").columnFilter(2, "a")
            .connect(1, 1, 3, 1).connect(3, 1, 2, 1);
    }

    private static List<NodeState> states(final WorkflowResult result) {
        return result.nodes().values().stream().map(NodeResult::state).toList();
    }

    @Test
    void executesInOrderAndGivesTheOutputs() throws Exception {
        final var result = Workflows.run(threeInARow());
        assertThat(result.nodes().keySet()).containsExactly(1, 3, 2);
        assertThat(result.succeeded()).isTrue();
        assertThat(result.outputs()).singleElement().satisfies(output -> {
            assertThat(output.node().node().id()).isEqualTo(2);
            assertThat(output.port()).isEqualTo(1);
            assertThat(output.portName()).isEqualTo("Filtered table");
        });
        assertThat(Workflows.rows(result.table(2, 1))).containsExactly(List.of("Row0", "1"), List.of("Row1", "2"));
    }

    @Test
    void notifiesTheListener() throws Exception {
        final var heard = new ArrayList<String>();
        WorkflowRun.load(threeInARow().write(), new BaseNodes()).execute(new RunListener() {
            @Override
            public void started(final WorkflowNode node) {
                heard.add("started " + node.label());
            }

            @Override
            public void finished(final NodeResult result) {
                heard.add(result.state() + " " + result.node().label());
            }
        });
        assertThat(heard).containsExactly("started #1 CSV Reader", "EXECUTED #1 CSV Reader", "started #3 Column Filter",
            "EXECUTED #3 Column Filter", "started #2 Column Filter", "EXECUTED #2 Column Filter");
    }

    @Test
    void aFailedNodeStopsItsBranchOnly() throws Exception {
        builder.csvReader(1, "gone.csv").columnFilter(2, "a").connect(1, 1, 2, 1).columnFilter(3, "a")
            .connect(2, 1, 3, 1).csvReader(4, "x.csv", "a\n1\n").columnFilter(5, "a").connect(4, 1, 5, 1);
        final var result = Workflows.run(builder);
        assertThat(states(result)).containsExactly(NodeState.FAILED, NodeState.NOT_EXECUTED, NodeState.NOT_EXECUTED,
            NodeState.EXECUTED, NodeState.EXECUTED);
        assertThat(result.node(3).error()).isEqualTo("#2 Column Filter was not executed");
        assertThat(result.succeeded()).isFalse();
        assertThatThrownBy(() -> result.table(2, 1)).hasMessageContaining("#1 CSV Reader was not executed");
    }

    @Test
    void aVariableConnectionOnlyOrders() throws Exception {
        builder.csvReader(1, "y.csv").csvReader(2, "x.csv", "a\n1\n").csvWriter(3, "y.csv").connect(2, 1, 3, 1)
            .connect(3, 0, 1, 0);
        final var result = Workflows.run(builder);
        assertThat(result.nodes().keySet()).containsExactly(2, 3, 1);
        assertThat(result.table(1, 1).size()).isEqualTo(1);
    }

    @Test
    void aVariableConnectionFromAFailedNodeStopsToo() throws Exception {
        builder.csvReader(1, "gone.csv").csvReader(2, "x.csv", "a\n1\n").connect(1, 0, 2, 0);
        assertThat(states(Workflows.run(builder))).containsExactly(NodeState.FAILED, NodeState.NOT_EXECUTED);
    }

    @Test
    void oneOutputFeedsSeveralNodes() throws Exception {
        builder.csvReader(1, "x.csv", "a,b\n1,2\n").columnFilter(2, "a").columnFilter(3, "b").connect(1, 1, 2, 1)
            .connect(1, 1, 3, 1);
        final var result = Workflows.run(builder);
        assertThat(result.outputs()).hasSize(2);
        assertThat(result.table(3, 1).getDataTableSpec().getColumnNames()).containsExactly("b");
    }

    @Test
    void optionsChangeSettings() throws Exception {
        final var run = WorkflowRun.load(threeInARow().write(), new BaseNodes());
        run.apply(List.of(NodeOption.parse("1,limit_rows/limit_data_rows,true,boolean"),
            NodeOption.parse("1,limit_rows/max_rows,1,long")));
        assertThat(run.execute(RunListener.NONE).table(2, 1).size()).isEqualTo(1);
    }

    @Test
    void optionsSayWhatIsWrong() throws Exception {
        final var run = WorkflowRun.load(threeInARow().write(), new BaseNodes());
        assertThatThrownBy(() -> run.apply(List.of(NodeOption.parse("7,x,1,int")))).hasMessageContaining("no node #7");
        assertThatThrownBy(() -> run.apply(List.of(NodeOption.parse("1,limit_rows/most,1,int"))))
            .hasMessageContaining("#1 CSV Reader has no setting 'most'").hasMessageContaining("max_rows");
        assertThatThrownBy(() -> run.apply(List.of(NodeOption.parse("1,nowhere/most,1,int"))))
            .hasMessageContaining("no setting 'nowhere'").hasMessageContaining("limit_rows");
        assertThatThrownBy(() -> run.apply(List.of(NodeOption.parse("1,limit_rows/max_rows,1,int"))))
            .hasMessageContaining("is of type long, not int");
    }

    private WorkflowBuilder limitedByVariable(final String variable) {
        return builder.csvReader(1, "x.csv", "a\n1\n2\n3\n").settings(1, settings -> {
            put(settings, true, "model/limit_rows/limit_data_rows");
            final var variables = settings.addNodeSettings("variables");
            variables.addString("version", "V_2019_09_13");
            final var tree = variables.addNodeSettings("tree").addNodeSettings("limit_rows");
            final var leaf = tree.addNodeSettings("max_rows");
            leaf.addString("used_variable", variable);
            leaf.addString("exposed_variable", null);
            final var unused = tree.addNodeSettings("skip_lines");
            unused.addString("used_variable", null);
            unused.addString("exposed_variable", null);
        }).workflow(settings -> {
            final var defined = settings.addNodeSettings("workflow_variables").addNodeSettings("Var_0");
            defined.addString("name", "most");
            defined.addString("class", "INTEGER");
            defined.addInt("value", 2);
        });
    }

    @Test
    void workflowVariablesOverrideSettings() throws Exception {
        assertThat(Workflows.run(limitedByVariable("most")).table(1, 1).size()).isEqualTo(2);
        final var run = WorkflowRun.load(temp.resolve("flow"), new BaseNodes());
        run.set(List.of(FlowVariable.parse("most,1,int")));
        assertThat(run.execute(RunListener.NONE).table(1, 1).size()).isEqualTo(1);
    }

    @Test
    void anUnknownVariableIsAnError() throws Exception {
        assertThat(Workflows.failure(limitedByVariable("other")).error()).contains("'limit_rows/max_rows'")
            .contains("'other'");
    }

    @Test
    void aVariableThatDoesNotFitIsAnError() throws Exception {
        limitedByVariable("most").write();
        final var run = WorkflowRun.load(temp.resolve("flow"), new BaseNodes());
        run.set(List.of(FlowVariable.parse("most,many,String")));
        assertThat(run.execute(RunListener.NONE).node(1).error()).contains("'most'").contains("'many' is no long");
    }

    /** A node that waits until it is canceled. */
    private static NodeRegistry waiting(final AtomicReference<Thread> worker) {
        return (node, files) -> node.factory().equals("waits")
            ? Optional.of(new TestNode(node.name(), (in, exec) -> {
                worker.set(Thread.currentThread());
                exec.setProgress(0.5, "Waiting");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    exec.checkCanceled();
                }
                throw new KNIMEException("Nobody canceled");
            })) : Optional.empty();
    }

    @Test
    void cancelInterruptsTheNodeAndStopsTheRest() throws Exception {
        builder.node(1, "waits", "Patient Node", model -> {}).csvReader(2, "x.csv", "a\n1\n");
        final var worker = new AtomicReference<Thread>();
        final var run = WorkflowRun.load(builder.write(), new BaseNodes().or(waiting(worker)));
        final var progress = new ArrayList<String>();
        final var result = run.execute(new RunListener() {
            @Override
            public void progress(final WorkflowNode node, final double fraction, final String message) {
                progress.add(node.id() + " " + fraction + " " + message);
                if (fraction > 0) {
                    run.cancel();
                }
            }
        });
        assertThat(states(result)).containsExactly(NodeState.CANCELED, NodeState.NOT_EXECUTED);
        assertThat(progress).contains("1 0.5 Waiting");
        assertThat(worker.get().isAlive()).isFalse();
        assertThat(worker.get().getName()).startsWith("KNIME-Worker").endsWith("Patient Node");
    }

    @Test
    void anUnexpectedExceptionIsAFailureThatNamesItsPlace() throws Exception {
        builder.node(1, "broken", "Broken Node", model -> {});
        final NodeRegistry registry = (node, files) -> Optional.of(new TestNode(node.name(), (in, exec) -> {
            throw new IllegalStateException("out of luck");
        }));
        final var result = WorkflowRun.load(builder.write(), registry).execute(RunListener.NONE).node(1);
        assertThat(result.state()).isEqualTo(NodeState.FAILED);
        assertThat(result.error()).contains("out of luck").contains("WorkflowRunTest");
        assertThat(result.cause()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBugIsShownWithTheLinesOfTheLog() throws Exception {
        final var logger = NodeLogger.getLogger(WorkflowRunTest.class);
        final NodeRegistry registry = (node, files) -> Optional.of(new TestNode(node.name(), (in, exec) -> {
            final var cause = new IndexOutOfBoundsException("Index 5");
            logger.error("It failed.", cause);
            throw new KNIMEException("This is a bug.", cause);
        }));
        builder.csvReader(1, "x.csv");
        assertThat(WorkflowRun.load(builder.write(), registry).execute(RunListener.NONE).node(1).error().lines())
            .startsWith("This is a bug.", "It failed.", "java.lang.IndexOutOfBoundsException: Index 5")
            .anyMatch(line -> line.contains("WorkflowRunTest.java"));
    }

    @Test
    void aNodeThatGivesNothingFails() throws Exception {
        builder.node(1, "empty", "Empty Node", model -> {});
        final NodeRegistry registry = (node, files) -> Optional.of(new TestNode(node.name(), (in, exec) -> null));
        final var result = WorkflowRun.load(builder.write(), registry).execute(RunListener.NONE).node(1);
        assertThat(result.error()).isEqualTo("The node gave nothing at output port 1");
    }

    @Test
    void anOutOfMemoryErrorIsAFailure() throws Exception {
        builder.node(1, "big", "Big Node", model -> {});
        final NodeRegistry registry = (node, files) -> Optional.of(new TestNode(node.name(), (in, exec) -> {
            throw new OutOfMemoryError("not enough");
        }));
        final var result = WorkflowRun.load(builder.write(), registry).execute(RunListener.NONE).node(1);
        assertThat(result.error()).contains("OutOfMemoryError").contains("not enough");
    }

    @Test
    void theWorkersContextClassLoaderKnowsNoPlugin() throws Exception {
        builder.node(1, "loader", "Node", model -> {});
        final var loader = new AtomicReference<ClassLoader>();
        final NodeRegistry registry = (node, files) -> Optional.of(new TestNode(node.name(), (in, exec) -> {
            loader.set(Thread.currentThread().getContextClassLoader());
            return null;
        }));
        WorkflowRun.load(builder.write(), registry).execute(RunListener.NONE);
        assertThatThrownBy(() -> loader.get().loadClass(WorkflowRun.class.getName()))
            .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void aNodeWithoutSettingsGetsItsDefaults() throws Exception {
        builder.node(1, "guesses", "Node", model -> {});
        final var got = new AtomicReference<NodeSettings>();
        final NodeRegistry registry = (node, files) -> Optional.of(new TestNode(node.name(), (in, exec) -> null) {
            @Override
            public NodeSettings defaultSettings(final org.knime.core.node.port.PortObjectSpec[] in) {
                final var defaults = new NodeSettings("model");
                defaults.addInt("k", 7);
                return defaults;
            }

            @Override
            public Configured configure(final org.knime.core.node.NodeSettingsRO model,
                final org.knime.core.node.port.PortObjectSpec[] in) throws InvalidSettingsException {
                got.set((NodeSettings)model);
                return super.configure(model, in);
            }
        });
        WorkflowRun.load(builder.write(), registry).execute(RunListener.NONE);
        assertThat(got.get().getInt("k")).isEqualTo(7);
    }

    @Test
    void theWorkflowsFilesAreNotTouched() throws Exception {
        final var folder = threeInARow().write();
        final var before = new ArrayList<String>();
        final var after = new ArrayList<String>();
        list(folder, before);
        WorkflowRun.load(folder, new BaseNodes()).execute(RunListener.NONE);
        list(folder, after);
        assertThat(after).isEqualTo(before);
    }

    private static void list(final Path folder, final List<String> names) throws Exception {
        try (var files = Files.walk(folder)) {
            for (final var file : files.sorted().toList()) {
                names.add(file + " " + Files.getLastModifiedTime(file));
            }
        }
    }
}

package org.fewlabel.headless.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fewlabel.headless.WorkflowBuilder.put;

import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.Workflows;
import org.fewlabel.headless.node.settings.Settings;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.run.NodeState;
import org.fewlabel.headless.run.RunListener;
import org.fewlabel.headless.run.WorkflowResult;
import org.fewlabel.headless.run.WorkflowRun;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.headless.slice.PortTypes;
import org.fewlabel.headless.workflow.WorkflowException;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

import kbuild.testext.ModelPortObject;
import kbuild.testext.ModelPortObjectSpec;

/** Model Writer and Model Reader. */
class ModelNodesTest {

    private static final String ROWS = IntStream.range(0, 20)
        .mapToObj(i -> i + "," + (i < 10 ? i : 100 + i) + "," + (i == 2 ? "a" : i == 12 ? "b" : ""))
        .collect(Collectors.joining("\n", "nr,x,label\n", "\n"));

    @TempDir
    private Path temp;

    private Path model() {
        return temp.resolve("flow/data/models/labels.model");
    }

    /** Rows go to a Label Propagator, its classifier to a file. */
    private WorkflowBuilder learning() {
        return new WorkflowBuilder(temp.resolve("flow")).csvReader(1, "x.csv", ROWS)
            .node(2, LabelPropagatorNodeFactory.class.getName(), "Label Propagator", model -> {})
            .modelWriter(9, "models/labels.model").connect(1, 1, 2, 1).connect(2, 2, 9, 1);
    }

    private WorkflowBuilder predicting(final WorkflowBuilder builder, final int id, final int source, final int port) {
        return builder.node(id, FewLabelPredictorNodeFactory.class.getName(), "Few-Label Predictor", model -> {})
            .connect(source, port, id, 1).connect(1, 1, id, 2);
    }

    private WorkflowBuilder reading(final WorkflowBuilder builder) {
        return predicting(builder.modelReader(3, "models/labels.model"), 4, 3, 1);
    }

    private static WorkflowResult run(final WorkflowBuilder builder) throws Exception {
        return load(builder).execute(RunListener.NONE);
    }

    private static WorkflowRun load(final WorkflowBuilder builder) throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            return WorkflowRun.load(builder.write(),
                new PluginXmlRegistry(in, ModelNodesTest.class.getClassLoader()).or(new BaseNodes()));
        }
    }

    @Test
    void aModelThatWentThroughAFilePredictsTheSame() throws Exception {
        final var result = run(predicting(reading(learning()).connect(9, 0, 3, 0), 5, 2, 2));
        assertThat(result.nodes().values()).allMatch(node -> node.state() == NodeState.EXECUTED);
        assertThat(result.nodes().keySet()).containsExactly(1, 2, 5, 9, 3, 4);
        assertThat(Workflows.rows(result.table(4, 1))).isEqualTo(Workflows.rows(result.table(5, 1)))
            .allMatch(row -> row.get(4).equals(Integer.parseInt(row.get(1)) < 10 ? "a" : "b"));
        assertThat(model().getParent()).isDirectoryContaining("glob:**/labels.model")
            .isDirectoryNotContaining("glob:**/.saving*");
    }

    @Test
    void aReaderExecutedTooEarlyExplainsHowToOrderIt() throws Exception {
        final var result = run(reading(learning()));
        assertThat(result.node(3).state()).isEqualTo(NodeState.FAILED);
        assertThat(result.node(3).error()).contains("labels.model does not exist", "flow variable ports");
        assertThat(result.node(4).state()).isEqualTo(NodeState.NOT_EXECUTED);
    }

    @Test
    void aFileThatIsCutOffOrSomethingElseIsNamed() throws Exception {
        run(learning());
        final var whole = Files.readAllBytes(model());
        for (final var length : new int[]{0, 100, whole.length / 2, whole.length - 1}) {
            Files.write(model(), Arrays.copyOf(whole, length));
            assertThat(run(reading(alone())).node(3).error()).as("first %s bytes", length).contains("labels.model");
        }
        Files.writeString(model(), "a,b\n1,2\n");
        assertThat(run(reading(alone())).node(3).error()).contains("labels.model");
    }

    private WorkflowBuilder alone() {
        return new WorkflowBuilder(temp.resolve("flow")).csvReader(1, "x.csv", ROWS);
    }

    @Test
    void aModelOfAnotherKindIsRefusedByTheNodeThatGetsIt() throws Exception {
        PortTypes.register(new PortTypes.Registration("Model", 0, false, ModelPortObject.class,
            new ModelPortObject.Serializer(), ModelPortObjectSpec.class, new ModelPortObjectSpec.Serializer()));
        Files.createDirectories(model().getParent());
        PortObjectFiles.write(new ModelPortObject("x", 1.5), model(), new ExecutionMonitor());
        final var result = run(reading(alone()));
        assertThat(result.node(3).object(1).getSummary()).isEqualTo("mean=1.5");
        assertThat(result.node(4).error()).contains("ClassifierPortObjectSpec", "ModelPortObjectSpec");
    }

    @Test
    void aReaderNeedsNoOtherNode() throws Exception {
        run(learning());
        final var result = run(new WorkflowBuilder(temp.resolve("flow")).modelReader(3, "models/labels.model"));
        assertThat(result.node(3).object(1).getSummary()).contains("\"label\" (2 classes)");
    }

    @Test
    void whatIsThereAlreadyIsReplacedOnlyIfTheUserWantsThat() throws Exception {
        Files.createDirectories(model().getParent());
        Files.writeString(model(), "precious");
        final var kept = run(learning().settings(9, s -> put(s, "fail", "model/filechooser/if_path_exists")));
        assertThat(kept.node(9).error()).contains("labels.model exists already");
        assertThat(model()).hasContent("precious");
        assertThat(run(learning()).succeeded()).isTrue();
        assertThat(Files.size(model())).isGreaterThan(1000);
    }

    @Test
    void aFolderIsMadeOnlyIfTheUserWantsThat() throws Exception {
        final var result = run(learning().settings(9, s -> put(s, false, "model/filechooser/create_missing_folders")));
        assertThat(result.node(9).error()).contains("models does not exist");
        assertThat(model().getParent()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        9 | path/path              | ../evil.model | is rejected
        9 | path/file_system_type  | CONNECTED     | CONNECTED are not supported
        9 | if_path_exists         | append        | 'filechooser/if_path_exists' = 'append'
        9 | compression            | best          | 'filechooser/compression'
        3 | path/path              | ../evil.model | is rejected
        3 | path/file_system_type  | CONNECTED     | CONNECTED are not supported
        3 | checksum               | on            | 'filechooser/checksum'
        """)
    void whatIsNotSupportedIsNamed(final int node, final String setting, final String value, final String message)
        throws Exception {
        final var result = run(reading(learning()).settings(node, s -> put(s, value, "model/filechooser/" + setting)));
        assertThat(result.node(node).error()).contains(message);
    }

    @Test
    void aReaderOfKnime512ReportsThatOneFileIsRead() throws Exception {
        run(learning());
        final Consumer<NodeSettings> newer = settings -> {
            final var filter = group(settings, "model/filechooser").addNodeSettings("filter_mode");
            filter.addString("filter_mode", "FILE");
            filter.addBoolean("include_subfolders", false);
            filter.addNodeSettings("filter_options");
        };
        assertThat(run(reading(alone()).settings(3, newer)).succeeded()).isTrue();
        assertThat(run(reading(alone()).settings(3, newer)
            .settings(3, s -> put(s, "FOLDER", "model/filechooser/filter_mode/filter_mode"))).node(3).error())
            .contains("filter_mode' = 'FOLDER'");
    }

    @Test
    void tablesAreNoModels() throws Exception {
        assertThatThrownBy(() -> load(alone().modelWriter(9, "x.model").connect(1, 1, 9, 1)))
            .isInstanceOf(WorkflowException.class).hasMessageContaining("#1 CSV Reader gives 'Table'");
        assertThatThrownBy(() -> load(
            alone().modelReader(3, "x.model").columnFilter(4, "x").connect(3, 1, 4, 1)))
            .isInstanceOf(WorkflowException.class).hasMessageContaining("#4 Column Filter takes 'Table'");
    }

    private static NodeSettings group(final NodeSettings settings, final String path) {
        try {
            var group = settings;
            for (final var key : path.split("/")) {
                group = group.getNodeSettings(key);
            }
            return group;
        } catch (InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    /** The file choosers of these nodes are those of the CSV nodes, whose settings KNIME wrote. */
    @Test
    void theSettingsHaveTheKeysThatKnimeWrote() throws Exception {
        assertThat(shape("model-nodes-5.9/Model Writer", "filechooser"))
            .isEqualTo(shape("base-nodes-5.9/CSV Writer (#2)", "settings/file_chooser_settings"));
        // only a file can be chosen, and then KNIME does not save what else could be
        assertThat(shape("model-nodes-5.9/Model Reader", "filechooser"))
            .isEqualTo(shape("base-nodes-5.9/CSV Reader (#1)", "settings/file_selection")
                .replaceAll("(?s) *<config key=\"filter_mode\">.*?</config>\\s*</config>\n", ""));
    }

    /** @return keys and types of a file chooser's settings, in their order, and what it is called there */
    private static String shape(final String node, final String path) throws Exception {
        final var model = (NodeSettings)Settings.genuine(node);
        final var name = path.substring(path.lastIndexOf('/') + 1);
        final var internals = Settings.xml(group(model, path + "_Internals"));
        final var chooser = Settings.xml(group(model, path))
            // KNIME saved a local file, which has none
            .replaceAll(" *<entry key=\"file_system_specifier\".*\n", "");
        return (internals + chooser.replaceAll("value=\"[^\"]*\"", "")).replace(name, "chooser");
    }
}

package org.fewlabel.headless.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.Workflows;
import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.workflow.Limits;
import org.fewlabel.headless.workflow.WorkflowArchive;
import org.fewlabel.headless.workflow.WorkflowException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadWorkflowTest {

    private static final String HEAD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="workflow.knime">
        """;

    @TempDir
    private Path temp;

    private WorkflowBuilder builder;

    @BeforeEach
    void workflow() {
        builder = new WorkflowBuilder(temp.resolve("flow"));
    }

    private void assertRefused(final String... messages) throws Exception {
        builder.write();
        assertRefusedAsIs(messages);
    }

    private void assertRefusedAsIs(final String... messages) {
        assertThatThrownBy(() -> WorkflowRun.load(temp.resolve("flow"), new BaseNodes()))
            .isInstanceOf(WorkflowException.class).satisfies(e -> assertThat(e.getMessage()).contains(messages));
    }

    private WorkflowBuilder good() {
        return builder.csvReader(1, "x.csv", "a\n1\n").columnFilter(2, "a").connect(1, 1, 2, 1);
    }

    @Test
    void namesAnUnknownNodeAndItsBundle() throws Exception {
        final var folder = WorkflowArchive.unpack(
            Path.of(BadWorkflowTest.class.getResource("/knime-workflows/unexec.knwf").toURI()), temp, Limits.DEFAULT);
        assertThatThrownBy(() -> WorkflowRun.load(folder, new BaseNodes())).isInstanceOf(WorkflowException.class)
            .hasMessageContaining("#1 KBuild Source is not known").hasMessageContaining("kbuild.testext");
    }

    @Test
    void refusesABrokenSettingsFile() throws Exception {
        good().write();
        Files.writeString(builder.settingsFile(2), "<config key='settings.xml'><entry key=");
        assertRefusedAsIs("Node 2/settings.xml", "cannot be read");
    }

    @Test
    void refusesAnEmptySettingsFile() throws Exception {
        good().write();
        Files.writeString(builder.settingsFile(2), "");
        assertRefusedAsIs("Node 2/settings.xml", "cannot be read");
    }

    @Test
    void refusesASettingsFileWithoutAFactory() throws Exception {
        good().write();
        Files.writeString(builder.settingsFile(2), HEAD + "<entry key='state' type='xstring' value='IDLE'/></config>");
        assertRefusedAsIs("Node 2/settings.xml", "node #2 is broken", "factory");
    }

    @Test
    void refusesAMissingSettingsFile() throws Exception {
        good().write();
        Files.delete(builder.settingsFile(2));
        assertRefusedAsIs("Node 2/settings.xml", "missing");
    }

    @Test
    void refusesAnOversizedSettingsFile() throws Exception {
        good().write();
        try (var file = new java.io.RandomAccessFile(builder.settingsFile(2).toFile(), "rw")) {
            file.setLength(Limits.DEFAULT.settingsBytes() + 1);
        }
        assertRefusedAsIs("Node 2/settings.xml", "larger than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE config [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE config SYSTEM \"http://127.0.0.1:9/evil.dtd\">",
        "<!DOCTYPE config [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"})
    void refusesEntities(final String doctype) throws Exception {
        good().write();
        for (final var file : new Path[]{builder.settingsFile(2), temp.resolve("flow/workflow.knime")}) {
            final var content = Files.readString(file);
            Files.writeString(file, content.replaceFirst("<config", doctype.replace("$", "\\$") + "<config"));
            assertRefusedAsIs(file.getFileName().toString(), "cannot be read");
            Files.writeString(file, content);
        }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"../evil/settings.xml", "/etc/passwd", "Node 2/../../evil/settings.xml", "link/settings.xml"})
    void refusesASettingsFileOutside(final String place) throws Exception {
        good().write();
        final var evil = Files.createDirectory(temp.resolve("evil"));
        Files.copy(builder.settingsFile(2), evil.resolve("settings.xml"));
        Files.createSymbolicLink(temp.resolve("flow/link"), evil);
        final var main = temp.resolve("flow/workflow.knime");
        Files.writeString(main, Files.readString(main).replace("Node 2/settings.xml", place));
        assertRefusedAsIs(place, "outside the workflow's folder");
    }

    @Test
    void refusesACycle() throws Exception {
        good().columnFilter(3, "a").columnFilter(4, "a").connect(3, 1, 4, 1).connect(4, 1, 3, 1);
        assertRefused("cycle", "#3 → #4 → #3");
    }

    @Test
    void aMissingConnectionKeepsTheNodeFromBeingExecuted() throws Exception {
        final var result = Workflows.run(builder.columnFilter(2, "a"));
        assertThat(result.node(2).state()).isEqualTo(NodeState.NOT_EXECUTED);
        assertThat(result.node(2).error()).contains("Nothing is connected to input port 1");
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2, 1, 'output port 2 of #1 CSV Reader, which has only port 1'",
        "1, 1, 2, 2, 'input port 2 of #2 Column Filter, which has only port 1'",
        "2, 1, 1, 1, 'input port 1 of #1 CSV Reader, which has none'",
        "1, 0, 2, 1, joins a data port and a flow variable port",
        "1, 1, 2, 0, joins a data port and a flow variable port", "1, -1, 2, -1, 'output port -1'"})
    void refusesAConnectionToAPortThatDoesNotExist(final int source, final int sourcePort, final int dest,
        final int destPort, final String message) throws Exception {
        builder.csvReader(1, "x.csv", "a\n1\n").columnFilter(2, "a").connect(source, sourcePort, dest, destPort);
        assertRefused(message);
    }

    @Test
    void refusesAConnectionToANodeThatDoesNotExist() throws Exception {
        good().connect(2, 1, 9, 1);
        assertRefused("node #9, which does not exist");
    }

    @Test
    void refusesTwoConnectionsToOnePort() throws Exception {
        good().csvReader(3, "x.csv").connect(3, 1, 2, 1);
        assertRefused("Two connections end at input port 1 of #2 Column Filter");
    }

    @Test
    void namesAMissingDataFile() throws Exception {
        assertThat(Workflows.failure(builder.csvReader(1, "gone.csv")).error()).contains("gone.csv does not exist");
    }

    @Test
    void refusesAnEmptyFolder() throws Exception {
        Files.createDirectory(temp.resolve("flow"));
        assertRefusedAsIs("is no KNIME workflow", "workflow.knime");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertRefusedAsIs("does not exist");
    }

    @Test
    void refusesAWorkflowWithoutNodes() throws Exception {
        assertRefused("has no nodes");
    }

    @Test
    void refusesAWorkflowFileWithoutItsParts() throws Exception {
        good().write();
        Files.writeString(temp.resolve("flow/workflow.knime"), HEAD + "</config>");
        assertRefusedAsIs("workflow.knime", "is broken", "nodes");
    }

    @Test
    void refusesAWorkflowOfTomorrow() throws Exception {
        good().write();
        final var main = temp.resolve("flow/workflow.knime");
        Files.writeString(main, Files.readString(main).replace("\"5.1.0\"", "\"6.0.0\""));
        assertRefusedAsIs("format 6.0.0");
    }

    @ParameterizedTest
    @CsvSource({"MetaNode, metanode", "SubNode, component"})
    void refusesMetanodesAndComponents(final String type, final String named) throws Exception {
        good().write();
        final var main = temp.resolve("flow/workflow.knime");
        Files.writeString(main, Files.readString(main).replaceFirst("NativeNode", type));
        assertRefusedAsIs(named, "Node 1", "not supported");
    }

    @Test
    void refusesTwoNodesOfOneNumber() throws Exception {
        good().write();
        final var main = temp.resolve("flow/workflow.knime");
        Files.writeString(main, Files.readString(main).replaceFirst(
            "<entry key=\"id\" type=\"xint\" value=\"2\"/>", "<entry key=\"id\" type=\"xint\" value=\"1\"/>"));
        assertRefusedAsIs("two nodes have the number 1");
    }

    @Test
    void refusesAnAdditionalPort() throws Exception {
        good().settings(1, settings -> settings.addNodeSettings("node_creation_config")
            .addNodeSettings("File System Connection").addString("0", "x"));
        assertRefused("#1 CSV Reader has an additional port 'File System Connection'");
    }
}

package org.fewlabel.headless.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.base.BaseNodes;
import org.fewlabel.headless.run.RunListener;
import org.fewlabel.headless.run.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowSaverTest {

    @TempDir
    private Path temp;

    private WorkflowBuilder builder;

    private Path folder;

    @BeforeEach
    void executedWorkflow() throws Exception {
        builder = new WorkflowBuilder(temp.resolve("flow")).csvReader(1, "x.csv", "a,b\n1,x\n2,y\n")
            .columnFilter(2, "a").connect(1, 1, 2, 1);
        for (final int id : new int[]{1, 2}) {
            builder.settings(id, settings -> {
                settings.addString("state", "EXECUTED");
                settings.addBoolean("hasContent", true);
                final var port = settings.addNodeSettings("ports").addNodeSettings("port_1");
                port.addInt("index", 1);
                port.addString("port_dir_location", "port_1");
            });
        }
        folder = builder.write();
        Files.createDirectories(folder.resolve("Node 1/port_1"));
        Files.writeString(folder.resolve("Node 1/port_1/data.zip"), "old results");
        Files.writeString(folder.resolve(".knimeLock"), "");
        Files.writeString(folder.resolve("workflow.svg"), "<svg/>");
        Files.createSymbolicLink(folder.resolve("data/link"), temp);
    }

    private WorkflowRun changed() throws Exception {
        final var run = WorkflowRun.load(folder, new BaseNodes());
        run.apply(List.of(NodeOption.parse("1,limit_rows/limit_data_rows,true,boolean"),
            NodeOption.parse("1,limit_rows/max_rows,1,long")));
        return run;
    }

    private static int rows(final Path saved) throws Exception {
        return (int)WorkflowRun.load(saved, new BaseNodes()).execute(RunListener.NONE).table(2, 1).size();
    }

    @Test
    void savesACopyWithTheChangedSettingsAndWithoutResults() throws Exception {
        final var copy = temp.resolve("new/copy");
        WorkflowSaver.toFolder(changed().workflow(), copy);
        assertThat(rows(copy)).isEqualTo(1);
        assertThat(rows(folder)).isEqualTo(2);
        assertThat(copy.resolve("workflow.svg")).exists();
        assertThat(copy.resolve("Node 1/port_1")).doesNotExist();
        assertThat(copy.resolve(".knimeLock")).doesNotExist();
        assertThat(copy.resolve("data/link")).doesNotExist();
        for (final int id : new int[]{1, 2}) {
            assertThat(copy.resolve("Node " + id + "/settings.xml")).content()
                .contains("key=\"state\" type=\"xstring\" value=\"CONFIGURED\"")
                .contains("key=\"hasContent\" type=\"xboolean\" value=\"false\"").doesNotContain("port_dir_location");
        }
        try (var files = Files.list(copy.getParent())) {
            assertThat(files).containsExactly(copy);
        }
    }

    @Test
    void savesAnArchive() throws Exception {
        final var archive = temp.resolve("copy.knwf");
        WorkflowSaver.toArchive(changed().workflow(), archive);
        final var unpacked = WorkflowArchive.unpack(archive, Files.createDirectory(temp.resolve("unpacked")),
            Limits.DEFAULT);
        assertThat(unpacked.getFileName()).hasToString("flow");
        assertThat(rows(unpacked)).isEqualTo(1);
    }

    @Test
    void neverWritesOverWhatIsThere() throws Exception {
        final var precious = Files.writeString(temp.resolve("precious"), "precious");
        final var workflow = changed().workflow();
        assertThatThrownBy(() -> WorkflowSaver.toFolder(workflow, precious)).isInstanceOf(WorkflowException.class)
            .hasMessageContaining("exists already");
        assertThatThrownBy(() -> WorkflowSaver.toArchive(workflow, precious)).isInstanceOf(WorkflowException.class);
        assertThat(precious).hasContent("precious");
    }

    @Test
    void savesInPlaceWhatWasChanged() throws Exception {
        assertThat(WorkflowSaver.inPlace(changed().workflow())).isEqualTo(2);
        assertThat(rows(folder)).isEqualTo(1);
        assertThat(builder.settingsFile(2)).content().contains("CONFIGURED");
        try (var files = Files.walk(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).noneMatch(name -> name.startsWith(".saving"));
        }
    }

    @Test
    void writesNothingInPlaceIfNothingWasChanged() throws Exception {
        final var before = Files.readString(builder.settingsFile(1));
        assertThat(WorkflowSaver.inPlace(WorkflowRun.load(folder, new BaseNodes()).workflow())).isZero();
        assertThat(builder.settingsFile(1)).hasContent(before);
    }
}

package org.fewlabel.headless.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowFolderTest {

    @TempDir
    private Path temp;

    private Path root;

    private WorkflowFolder folder;

    @BeforeEach
    void workflow() throws Exception {
        root = Files.createDirectory(temp.resolve("my flow")).toRealPath();
        Files.writeString(root.resolve(WorkflowFolder.WORKFLOW_FILE), "x");
        Files.createDirectory(root.resolve("data"));
        Files.writeString(temp.resolve("secret.txt"), "secret");
        folder = new WorkflowFolder(root, new Limits(10, 1000, 10, 10, 100, 10));
    }

    @Test
    void findsWhatLiesInside() throws Exception {
        assertThat(folder.resolve("data/x.csv")).isEqualTo(root.resolve("data/x.csv"));
        assertThat(folder.resolve("new/folder/x.csv")).isEqualTo(root.resolve("new/folder/x.csv"));
        assertThat(folder.resolve("data/../workflow.knime")).isEqualTo(root.resolve("workflow.knime"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.txt", "data/../../secret.txt", "..", "/etc/passwd", "C:/secret.txt",
        "..\\secret.txt"})
    void refusesWhatLiesOutside(final String place) {
        assertThatThrownBy(() -> folder.resolve(place)).isInstanceOf(WorkflowException.class)
            .hasMessageContaining(place).hasMessageContaining("outside the workflow's folder");
    }

    @Test
    void refusesALinkThatLeadsOutside() throws IOException {
        Files.createSymbolicLink(root.resolve("data/link.txt"), temp.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("out"), temp);
        Files.createSymbolicLink(root.resolve("data/dangling"), temp.resolve("not there yet"));
        for (final var place : new String[]{"data/link.txt", "out/secret.txt", "out/new.txt", "data/dangling"}) {
            assertThatThrownBy(() -> folder.resolve(place)).as(place).isInstanceOf(WorkflowException.class)
                .hasMessageContaining("outside the workflow's folder");
        }
    }

    @Test
    void refusesANameWithANulCharacter() {
        assertThatThrownBy(() -> folder.resolve("data/\0")).isInstanceOf(WorkflowException.class);
    }

    @Test
    void refusesALargeSettingsFile() throws IOException {
        Files.writeString(root.resolve("settings.xml"), "x".repeat(101));
        assertThatThrownBy(() -> folder.openSettings("settings.xml")).isInstanceOf(WorkflowException.class)
            .hasMessageContaining("larger than 100 bytes");
    }

    @Test
    void namesAMissingSettingsFile() {
        assertThatThrownBy(() -> folder.openSettings("A (#1)/settings.xml")).isInstanceOf(WorkflowException.class)
            .hasMessageContaining("A (#1)/settings.xml is missing");
    }

    @Test
    void needsAFolderWithAWorkflow() throws IOException {
        final var empty = Files.createDirectory(temp.resolve("empty"));
        assertThatThrownBy(() -> new WorkflowFolder(empty, Limits.DEFAULT)).isInstanceOf(WorkflowException.class)
            .hasMessageContaining("is no KNIME workflow");
        assertThatThrownBy(() -> new WorkflowFolder(temp.resolve("nowhere"), Limits.DEFAULT))
            .isInstanceOf(WorkflowException.class).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> new WorkflowFolder(temp.resolve("secret.txt"), Limits.DEFAULT))
            .isInstanceOf(WorkflowException.class).hasMessageContaining("is not a folder");
    }
}

package org.fewlabel.headless.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowArchiveTest {

    private static final Limits SMALL = new Limits(10, 100_000, 50, 20_000, 1000, 10);

    @TempDir
    private Path temp;

    private Path zip;

    private Path target;

    @BeforeEach
    void folders() throws IOException {
        zip = temp.resolve("w.knwf");
        target = Files.createDirectory(temp.resolve("unpacked"));
    }

    private void zip(final String... namesAndTexts) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }

    private void assertRefused(final String message) {
        assertThatThrownBy(() -> WorkflowArchive.unpack(zip, target, SMALL)).isInstanceOf(WorkflowException.class)
            .hasMessageContaining(message);
    }

    @Test
    void unpacksTheFolderInTheArchive() throws Exception {
        zip("flow/", "", "flow/workflow.knime", "x", "flow/A (#1)/settings.xml", "y");
        final var folder = WorkflowArchive.unpack(zip, target, SMALL);
        assertThat(folder).isEqualTo(target.resolve("flow"));
        assertThat(folder.resolve("A (#1)/settings.xml")).hasContent("y");
    }

    @Test
    void unpacksAnArchiveWithoutAFolder() throws Exception {
        zip("workflow.knime", "x");
        assertThat(WorkflowArchive.unpack(zip, target, SMALL)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "flow/../../evil", "/etc/evil", "C:/evil", "..\\evil", "flow/\\..\\..\\evil"})
    void refusesAnEntryOutside(final String name) throws IOException {
        zip("flow/workflow.knime", "x", name, "evil");
        assertRefused("is outside the workflow");
        assertThat(temp.resolve("evil")).doesNotExist();
    }

    @Test
    void refusesALink() throws IOException {
        zip("flow/workflow.knime", "x", "flow/data", "/etc");
        final var bytes = Files.readAllBytes(zip);
        // mark the second entry of the list of contents as a symbolic link made on Unix
        int at = -1;
        for (int i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                at = i;
            }
        }
        bytes[at + 5] = 3;
        bytes[at + 41] = (byte)0xA1;
        bytes[at + 40] = (byte)0xFF;
        Files.write(zip, bytes);
        assertRefused("the entry 'flow/data' is a link");
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        final var entries = new String[30];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = "e" + i;
            entries[i + 1] = "";
        }
        zip(entries);
        assertRefused("too many entries; at most 10");
    }

    @Test
    void refusesABomb() throws IOException {
        zip("workflow.knime", "x", "zeros", "0".repeat(90_000));
        assertRefused("unpacks to more than 50 times its size");
    }

    @Test
    void refusesTooMuchData() throws IOException {
        final var text = new java.util.Random(1).ints(120_000, 32, 127)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        zip("workflow.knime", "x", "large", text);
        assertRefused("unpacks to more than 100,000 bytes");
        assertThat(Files.size(target.resolve("large"))).isLessThanOrEqualTo(100_000);
    }

    @Test
    void refusesWhatIsNoZip() throws IOException {
        Files.writeString(zip, "this is no zip file at all, whatever its name says");
        assertRefused("it is no zip file");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.writeString(zip, "");
        assertRefused("it is no zip file");
    }

    @Test
    void refusesATruncatedArchive() throws IOException {
        zip("workflow.knime", "x", "other", "some text that is long enough to be cut");
        final var bytes = Files.readAllBytes(zip);
        Files.write(zip, java.util.Arrays.copyOfRange(bytes, 40, bytes.length));
        assertRefused("damaged");
    }

    @Test
    void refusesAnArchiveWithoutAWorkflow() throws IOException {
        zip("readme.txt", "x");
        assertRefused("contains no workflow");
    }

    @Test
    void refusesAnArchiveWithTwoWorkflows() throws IOException {
        zip("a/workflow.knime", "x", "b/workflow.knime", "x");
        assertRefused("contains several workflows");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertRefused("does not exist");
    }
}

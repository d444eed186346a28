package org.fewlabel.headless.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.fewlabel.headless.registry.NodeRegistry;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the program prints and draws. */
class ShownOutputTest {

    private static final String WORKFLOW = "test-workflows/breast-cancer";

    @TempDir
    private Path temp;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private static NodeRegistry plugin() {
        try (var in = new FileInputStream("plugin.xml")) {
            return new PluginXmlRegistry(in, ShownOutputTest.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(final String... arguments) {
        return new CommandLine(ShownOutputTest::plugin, new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), new Terminal(false, 120)).apply(arguments, stop -> {});
    }

    @Test
    void theReadmeShowsWhatIsPrinted() throws IOException {
        assertThat(run(WORKFLOW)).isZero();
        final var shown = Files.readString(Path.of("README.md")).lines()
            .filter(line -> line.matches("#\\d+ .*, port .*|RowID .*|Row\\d+ .*")).toList();
        assertThat(shown).hasSizeGreaterThan(3);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList()).containsSequence(shown);
    }

    @Test
    void drawsInsteadOfExecuting() throws IOException {
        final var picture = temp.resolve("new folder").resolve("x.svg");
        assertThat(run("--picture", picture.toString(), WORKFLOW)).isZero();
        assertThat(picture).hasSameTextualContentAs(Path.of("docs", "breast-cancer.svg"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void reportsAnUnwritablePicture() throws IOException {
        final var file = Files.createFile(temp.resolve("file"));
        assertThat(run("--picture", file.resolve("x.svg").toString(), WORKFLOW)).isEqualTo(ExitCode.CANNOT_LOAD);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(file.toString());
    }

    @Test
    void aPictureNeedsAFile() {
        assertThat(run(WORKFLOW, "--picture")).isEqualTo(ExitCode.WRONG_ARGUMENTS);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--picture needs a file");
    }
}

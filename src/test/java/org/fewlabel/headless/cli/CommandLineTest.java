package org.fewlabel.headless.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.registry.NodeRegistry;
import org.fewlabel.headless.slice.NodeAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

class CommandLineTest {

    private static final NodeRegistry NO_NODES = (node, files) -> Optional.empty();

    @TempDir
    private Path temp;

    private WorkflowBuilder builder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void workflow() {
        builder = new WorkflowBuilder(temp.resolve("my flow"));
    }

    private int run(final Terminal terminal, final String... arguments) {
        return run(NO_NODES, terminal, arguments);
    }

    private int run(final NodeRegistry registry, final Terminal terminal, final String... arguments) {
        out.reset();
        err.reset();
        return new CommandLine(() -> registry, new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), terminal).apply(arguments, stop -> {});
    }

    private int run(final String... arguments) {
        return run(new Terminal(false, 80), arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private WorkflowBuilder good() {
        return builder.csvReader(1, "x.csv", "a,b\n1,x\n2,y\n").columnFilter(2, "a").connect(1, 1, 2, 1);
    }

    @Test
    void printsALinePerNodeAndThePreview() throws IOException {
        assertThat(run(good().write().toString())).isZero();
        final var lines = out().lines().toList();
        assertThat(lines.get(0)).matches("#1 CSV Reader … EXECUTED \\d+\\.\\d s");
        assertThat(lines.get(1)).matches("#2 Column Filter … EXECUTED \\d+\\.\\d s");
        assertThat(lines.subList(2, lines.size())).containsExactly("",
            "#2 Column Filter, port 1 (Filtered table): 2 rows, 1 column", "RowID  a", "Row0   1", "Row1   2");
        assertThat(err()).isEmpty();
    }

    @Test
    void quietPrintsNothingButErrors() throws IOException {
        assertThat(run(good().write().toString(), "--quiet")).isZero();
        assertThat(out() + err()).isEmpty();
        assertThat(run(builder.csvReader(1, "gone.csv").write().toString(), "--quiet")).isEqualTo(4);
        assertThat(err()).startsWith("ERROR #1 CSV Reader: ").contains("gone.csv does not exist");
    }

    @Test
    void aFailedNodeIsAnErrorAndTheOthersSayWhy() throws IOException {
        final var folder = builder.csvReader(1, "gone.csv").columnFilter(2, "a").connect(1, 1, 2, 1).write().toString();
        assertThat(run(folder)).isEqualTo(4);
        assertThat(out()).containsPattern("#1 CSV Reader … FAILED \\d").contains("#2 Column Filter … NOT EXECUTED");
        assertThat(err()).contains("ERROR #1 CSV Reader: ").contains("WARN  #2 Column Filter: #1 CSV Reader was not");
    }

    /** The settings are not the cause, so the message contains what is needed to find it. */
    @Test
    void aBugInConfigureIsAnErrorWithItsStackTrace() throws IOException {
        final var node = DefaultNode.create().name("Broken Node").icon("none.png").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Out", "o"))
            .model(m -> m.withoutParameters().configure((in, specs) -> {
                throw new IllegalStateException("nobody thought of that");
            }).execute((in, tables) -> tables.setWarningMessage("is never reached")));
        final var folder = builder.node(1, "broken", "Broken Node", model -> {}).write().toString();
        final NodeRegistry registry = (n, files) -> n.factory().equals("broken")
            ? Optional.of(NodeAccess.of(new DefaultNodeFactory(node) {
            })) : Optional.empty();
        assertThat(run(registry, new Terminal(false, 80), folder)).isEqualTo(4);
        assertThat(err().lines().toList()).contains(
            "ERROR #1 Broken Node: Configure failed (IllegalStateException): nobody thought of that",
            "ERROR #1 Broken Node: This is a bug of Broken Node, whatever its settings and its input are. Please "
                + "report it "
                + "with these lines:")
            .anyMatch(line -> line.contains("CommandLineTest.java:"));
    }

    @Test
    void wrongArgumentsPrintTheUsage() {
        assertThat(run("-what")).isEqualTo(2);
        assertThat(err()).startsWith("Unknown argument: -what").contains("Usage: ./run");
        assertThat(run("--help")).isZero();
        assertThat(out()).startsWith("Usage: ./run");
    }

    @Test
    void anOptionThatDoesNotExistIsAWrongArgument() throws IOException {
        final var folder = good().write().toString();
        assertThat(run(folder, "-option=1,limit_rows/most,1,int")).isEqualTo(2);
        assertThat(err()).startsWith("ERROR -option: #1 CSV Reader has no setting 'most'");
    }

    @Test
    void aWorkflowThatCannotBeLoadedIsReported() throws IOException {
        assertThat(run(temp.resolve("nowhere").toString())).isEqualTo(3);
        assertThat(err()).startsWith("ERROR ").contains("does not exist");
        assertThat(run("-workflowFile=" + Files.writeString(temp.resolve("x.knwf"), "no zip"))).isEqualTo(3);
        assertThat(err()).contains("no zip file");
    }

    @Test
    void runsAnArchive() throws IOException {
        assertThat(run("-workflowFile=" + good().writeArchive(), "-reset", "-nosave")).isZero();
        assertThat(out()).contains("2 rows, 1 column");
    }

    @Test
    void writesTheOutputs() throws IOException {
        good().columnFilter(3, "b").connect(1, 1, 3, 1);
        assertThat(run(builder.write().toString(), "--out", temp.resolve("a/b").toString())).isZero();
        assertThat(temp.resolve("a/b/2-1.csv")).hasContent("\"a\"\n1\n2\n");
        assertThat(temp.resolve("a/b/3-1.csv")).hasContent("\"b\"\n\"x\"\n\"y\"\n");
        assertThat(temp.resolve("a/b/1-1.csv")).doesNotExist();
    }

    @Test
    void localFilesNeedTheUsersWord() throws IOException {
        final var file = Files.writeString(temp.resolve("local.csv"), "a\n1\n");
        builder.csvReader(1, "x").settings(1, settings -> {
            WorkflowBuilder.put(settings, "LOCAL", "model/settings/file_selection/path/file_system_type");
            WorkflowBuilder.put(settings, file.toString(), "model/settings/file_selection/path/path");
        });
        final var folder = builder.write().toString();
        assertThat(run(folder)).isEqualTo(4);
        assertThat(err()).contains("--allow-local-files");
        assertThat(run(folder, "--allow-local-files")).isZero();
    }

    @Test
    void optionsAreSavedIntoTheWorkflowByDefault() throws IOException {
        final var folder = good().write();
        final var option = "-option=1,limit_rows/max_rows,7,long";
        assertThat(run("-workflowDir=" + folder, "-nosave", option)).isZero();
        assertThat(builder.settingsFile(1)).content().doesNotContain("value=\"7\"");
        assertThat(run("-workflowDir=" + folder, option)).isZero();
        assertThat(builder.settingsFile(1)).content().contains("key=\"max_rows\" type=\"xlong\" value=\"7\"");
        assertThat(run(folder.toString())).isZero();
    }

    @Test
    void savesACopy() throws IOException {
        final var folder = good().write();
        final var archive = temp.resolve("copy.knwf");
        assertThat(run(folder.toString(), "-destFile=" + archive)).isZero();
        assertThat(run(archive.toString())).isZero();
        assertThat(run(folder.toString(), "-destFile=" + archive)).isEqualTo(3);
        assertThat(err()).contains("exists already");
    }

    @Test
    void showsProgressOnATerminalOnly() {
        final var listener = new ConsoleListener(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), new Terminal(true, 60), false);
        final var node = node();
        listener.progress(node, 0.5, "Half\u001B way");
        assertThat(err()).contains("#4 Some Node [##########..........]  50 % Half  way");
        listener.progress(node, -1, "x".repeat(200));
        assertThat(Arrays.stream(err().split("\r"))).allSatisfy(line -> assertThat(Texts.width(line)).isLessThan(60));
        err.reset();
        new ConsoleListener(new PrintStream(out), new PrintStream(err), new Terminal(false, 60), false)
            .progress(node, 0.5, "Half way");
        assertThat(err()).isEmpty();
    }

    private org.fewlabel.headless.workflow.WorkflowNode node() {
        try {
            builder.node(4, "x.Y", "Some Node", model -> {}).write();
            return org.fewlabel.headless.workflow.WorkflowLoader
                .load(new org.fewlabel.headless.workflow.WorkflowFolder(temp.resolve("my flow"),
                    org.fewlabel.headless.workflow.Limits.DEFAULT))
                .node(4).orElseThrow();
        } catch (IOException | org.fewlabel.headless.workflow.WorkflowException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void reportsThatSavedResultsAreNotRead() throws IOException {
        final var folder = good().settings(1, s -> s.addString("state", "EXECUTED")).write();
        assertThat(run("-workflowDir=" + folder, "-nosave")).isZero();
        assertThat(err()).contains("Saved results are not read");
        assertThat(run("-workflowDir=" + folder, "-nosave", "-reset")).isZero();
        assertThat(err()).isEmpty();
    }
}

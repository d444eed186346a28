package org.fewlabel.headless.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.fewlabel.headless.WorkflowBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program as users do, with the bundles as they are packaged. */
class LauncherIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    private Path temp;

    private record Ended(int code, String out, String err) {
    }

    private List<String> java(final String... arguments) throws IOException {
        // the program's temporary files get a folder of their own, to see what it leaves behind
        final var temporary = Files.createDirectories(temp.resolve("tmp"));
        final var headless = TARGET.resolve("headless");
        final var command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfewlabel.target=" + TARGET,
            "-Djava.io.tmpdir=" + temporary, "-Dfile.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8", "-cp", headless.resolve("org.fewlabel.headless_0.1.0.jar")
                + System.getProperty("path.separator") + headless.resolve("org.eclipse.osgi.jar"),
            Launcher.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private ProcessBuilder program(final List<String> command) {
        return new ProcessBuilder(command).directory(temp.toFile()).redirectOutput(temp.resolve("out.txt").toFile());
    }

    private Process start(final List<String> command) throws IOException {
        return program(command).redirectError(temp.resolve("err.txt").toFile()).start();
    }

    private Ended end(final Process process) throws IOException, InterruptedException {
        process.waitFor();
        return new Ended(process.exitValue(), Files.readString(temp.resolve("out.txt"), StandardCharsets.UTF_8),
            Files.readString(temp.resolve("err.txt"), StandardCharsets.UTF_8));
    }

    private Ended run(final String... arguments) throws IOException, InterruptedException {
        return end(start(java(arguments)));
    }

    private Path workflow() throws IOException {
        return new WorkflowBuilder(temp.resolve("my flow")).csvReader(1, "x.csv", "a,b\n1,x\n,ä\n").columnFilter(2, "a")
            .connect(1, 1, 2, 1).write();
    }

    @Test
    void executesAWorkflowInsideOsgi() throws Exception {
        final var ended = run(workflow().toString(), "--out", temp.resolve("out").toString());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).containsPattern("#1 CSV Reader … EXECUTED \\d+\\.\\d s")
            .containsPattern("#2 Column Filter … EXECUTED")
            .contains("#2 Column Filter, port 1 (Filtered table): 2 rows");
        assertThat(temp.resolve("out/2-1.csv")).hasContent("\"a\"\n1\n\n");
    }

    @Test
    void executesThePluginAsShipped() throws Exception {
        final var ended = run(Path.of("test-workflows/breast-cancer").toAbsolutePath().toString());
        assertThat(ended.err()).doesNotContain("ERROR");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Label Propagator … EXECUTED").contains("Few-Label Scorer … EXECUTED");
    }

    /** The reader's workflow has no node of the plug-in whose model it reads. */
    @Test
    void aModelIsPassedThroughAFileFromOneProgramToTheNext() throws Exception {
        final var flow = temp.resolve("flow");
        assertThat(run(new WorkflowBuilder(flow).csvReader(1, "x.csv", "x,label\n1,a\n2,\n3,\n11,b\n12,\n13,\n")
            .node(2, "org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory", "Label Propagator",
                model -> {})
            .modelWriter(3, "few.model").connect(1, 1, 2, 1).connect(2, 2, 3, 1).write().toString()).code()).isZero();
        final var ended = run(new WorkflowBuilder(flow).modelReader(1, "few.model").write().toString());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("#1 Model Reader, port 1 (Model): Predicts \"label\" (2 classes)");
    }

    @Test
    void leavesNothingBehind() throws Exception {
        assertThat(run("-workflowFile=" + new WorkflowBuilder(temp.resolve("flow")).csvReader(1, "x.csv", "a\n1\n")
            .writeArchive(), "-nosave").code()).isZero();
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void theExitCodesAreThoseOfKnime() throws Exception {
        assertThat(run("--help").code()).isZero();
        assertThat(run("-what").code()).isEqualTo(2);
        assertThat(run(temp.resolve("nowhere").toString()).code()).isEqualTo(3);
        assertThat(run(new WorkflowBuilder(temp.resolve("bad")).csvReader(1, "gone.csv").write().toString()).code())
            .isEqualTo(4);
    }

    @Test
    void twoProgramsRunAtTheSameTime() throws Exception {
        final var command = java(workflow().toString());
        final var processes = new ArrayList<Process>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(temp.resolve("both" + i + ".txt").toFile()).start());
        }
        for (int i = 0; i < 2; i++) {
            assertThat(processes.get(i).waitFor()).as(Files.readString(temp.resolve("both" + i + ".txt"))).isZero();
        }
    }

    @Test
    void loadsNoClassThatIsNotRegistered() throws Exception {
        final var folder = new WorkflowBuilder(temp.resolve("trojan"))
            .node(1, "org.fewlabel.headless.cli.CommandLine", "Trojan Node", model -> {}).write();
        final var ended = run(folder.toString());
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("#1 Trojan Node is not known");
    }

    /** A workflow whose second node works for many seconds, on a fast machine too. */
    private Path longWorkflow() throws IOException {
        final var random = new Random(7);
        final var csv = new StringBuilder("a,b,c,d,e,f,g,h,i,j,label\n");
        for (int row = 0; row < 100_000; row++) {
            for (int column = 0; column < 10; column++) {
                csv.append("%.4f,".formatted(random.nextGaussian()));
            }
            csv.append(row % 1000 == 0 ? "x" : row % 1000 == 1 ? "y" : "").append('\n');
        }
        return new WorkflowBuilder(temp.resolve("long")).csvReader(1, "x.csv", csv.toString())
            .node(2, "org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory", "Label Propagator",
                model -> {})
            .columnFilter(3, "a").connect(1, 1, 2, 1).connect(2, 1, 3, 1).write();
    }

    /** Reads the program's output until the second node is executed. */
    private void waitForSecondNode(final InputStream told) throws IOException {
        final var text = new StringBuilder();
        while (text.indexOf("#2 Label Propagator") < 0) {
            final var next = told.read();
            assertThat(next).as("the program is at work, and not at its end: " + text
                + Files.readString(temp.resolve("out.txt"))).isNotNegative();
            text.append((char)next);
        }
    }

    /**
     * Whether this program was started with the signal INT ignored, as those that it starts will be. Only Linux has
     * this information.
     */
    private static boolean ignoresInterrupts() throws IOException {
        final var status = Path.of("/proc/self/status");
        return Files.isReadable(status)
            && Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(line.indexOf(':') + 1).strip(), 16) & 2) != 0);
    }

    private static void interrupt(final Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor()).isZero();
    }

    private Process startLongWorkflow() throws IOException {
        final var command = java(longWorkflow().toString());
        // progress lines show when it is time
        command.add(1, "-Dfewlabel.columns=80");
        final var process = program(command).start();
        waitForSecondNode(process.getErrorStream());
        return process;
    }

    /** Reads the remaining output, otherwise the program would wait for a reader. */
    private static int endOf(final Process process) throws IOException, InterruptedException {
        process.getErrorStream().transferTo(OutputStream.nullOutputStream());
        return process.waitFor();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void interruptingCancelsTheNodeAndEndsTheProgram() throws Exception {
        assumeThat(ignoresInterrupts()).as("a build started in the background hands down that Ctrl-C is ignored")
            .isFalse();
        final var process = startLongWorkflow();
        interrupt(process);
        assertThat(endOf(process)).isEqualTo(4);
        assertThat(Files.readString(temp.resolve("out.txt"))).contains("#1 CSV Reader … EXECUTED")
            .contains("#2 Label Propagator … CANCELED").contains("#3 Column Filter … NOT EXECUTED");
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aTerminatedProgramLeavesNothingBehind() throws Exception {
        final var process = startLongWorkflow();
        process.toHandle().destroy(); // the process itself would close its output
        endOf(process);
        assertThat(leftBehind()).isEmpty();
    }

    private List<String> leftBehind() throws IOException {
        try (var files = Files.list(temp.resolve("tmp"))) {
            return files.map(f -> f.getFileName().toString()).filter(n -> !n.startsWith("hsperfdata")).toList();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theStartScriptWorksFromAnywhere() throws Exception {
        final var folder = workflow();
        final var script = Path.of("run").toAbsolutePath().toString();
        final var ended = end(start(List.of("bash", script, folder.getFileName().toString())));
        assertThat(ended.err()).doesNotContain("ERROR");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("#2 Column Filter … EXECUTED").contains("RowID");
        assertThat(end(start(List.of("bash", script))).code()).isEqualTo(2);
    }
}

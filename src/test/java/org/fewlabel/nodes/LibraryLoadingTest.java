package org.fewlabel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.fewlabel.device.Blas;
import org.fewlabel.device.Progress;
import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.nodes.encode.autoencoder.AutoencoderNodeFactory;
import org.fewlabel.nodes.encode.contrastiveencoder.ContrastiveEncoderNodeFactory;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.nodes.encode.maskedencoder.MaskedEncoderNodeFactory;
import org.fewlabel.nodes.encode.pretextgenerator.PretextGeneratorNodeFactory;
import org.fewlabel.nodes.judge.whichisbetter.WhichIsBetterNodeFactory;
import org.fewlabel.nodes.label.RoundTables;
import org.fewlabel.nodes.label.consistencylearner.ConsistencyLearnerNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.fewlabel.nodes.label.pseudolabeler.PseudoLabelerNodeFactory;
import org.fewlabel.port.EncoderPortObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;

/**
 * A user's cancel is honored while native libraries are unpacked, by every node that needs them first, and they can be
 * used afterwards. Unpacking takes as long as the test wants: it holds the lock that JavaCPP takes for it.
 */
class LibraryLoadingTest {

    /** What the lock of JavaCPP's folder is called. */
    private static final String LOCK = ".lock";

    @Test
    void everyNodeStopsThatWaitsForALibrary(@TempDir final Path cache) throws Exception {
        final Process process;
        final var said = new ArrayList<String>();
        try (var channel = FileChannel.open(cache.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            final var unpacking = channel.lock();
            process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
                "-Dorg.bytedeco.javacpp.cachedir=" + cache, "-cp", System.getProperty("java.class.path"),
                Nodes.class.getName()).redirectErrorStream(true).start();
            final var out = new BufferedReader(new InputStreamReader(process.getInputStream()));
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.equals("all")) {
                    unpacking.release();
                    process.getOutputStream().close();
                }
            }
        }
        assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
        final var expected = new ArrayList<String>();
        Nodes.CASES.forEach(name -> expected.add(name + ": CanceledExecutionException"));
        expected.addAll(List.of("all", "the library is there: true"));
        assertThat(said.stream().filter(line -> !line.startsWith("SLF4J"))).containsExactlyElementsOf(expected);
    }

    /** Cancels one node after the other while none of the libraries can be unpacked, in a program of its own. */
    static final class Nodes {

        static final List<String> CASES = List.of("Label Propagator", "Contrastive Encoder", "Masked Encoder",
            "Autoencoder", "Encoder Apply", "Consistency Learner", "Pseudo-Labeler", "Which Is Better?");

        private static final Path ENCODER = Path.of("src/test/resources/org/fewlabel/port/format-1/encoder");

        /** Where a node is that needs a library. */
        private static final Set<String> WAITING = Set.of("org.fewlabel.device.Blas", "org.fewlabel.device.Once",
            "org.fewlabel.learn.encode.Engines");

        private Nodes() {
        }

        /** The work, given the progress that cancels it. */
        @FunctionalInterface
        private interface Work {
            TestRun run(ExecutionContext exec) throws Exception;
        }

        private static Map<String, Work> work() throws Exception {
            try (var in = new FileInputStream("plugin.xml")) {
                new PluginXmlRegistry(in, Nodes.class.getClassLoader()).registerPortTypes();
            }
            final var table = RoundTables.clouds(100, 10).build();
            final var task = TestRun.of(new PretextGeneratorNodeFactory(), s -> s.addString("task", "MASK"), table)
                .object(0);
            final var encoder = PortObjectFiles.load(EncoderPortObject.class, ENCODER, new ExecutionMonitor());
            final var rows = new TestTable().doubles("size", 1.5).strings("colour", "red").bits("print", "101")
                .lists("spectrum", new double[]{0.5, 1}).build();
            final var wide = wide();
            final var work = new LinkedHashMap<String, Work>();
            work.put("Label Propagator", exec -> TestRun.of(new LabelPropagatorNodeFactory(), s -> {}, exec, wide));
            work.put("Contrastive Encoder",
                exec -> TestRun.of(new ContrastiveEncoderNodeFactory(), s -> {}, exec, table, task));
            work.put("Masked Encoder", exec -> TestRun.of(new MaskedEncoderNodeFactory(), s -> {}, exec, table, task));
            work.put("Autoencoder", exec -> TestRun.of(new AutoencoderNodeFactory(), s -> {}, exec, table));
            work.put("Encoder Apply", exec -> TestRun.of(new EncoderApplyNodeFactory(), s -> {}, exec, encoder, rows));
            work.put("Consistency Learner",
                exec -> TestRun.of(new ConsistencyLearnerNodeFactory(), s -> {}, exec, table, task));
            work.put("Pseudo-Labeler", exec -> TestRun.of(new PseudoLabelerNodeFactory(),
                s -> s.addString("learner", "NETWORK"), exec, table));
            work.put("Which Is Better?", exec -> TestRun.of(new WhichIsBetterNodeFactory(), s -> {}, exec, table));
            return work;
        }

        /** So many rows and columns that their neighbors are found with the library. */
        private static BufferedDataTable wide() {
            final var random = new Random(1);
            final var wide = new TestTable();
            final var rows = 11_000;
            for (var c = 0; c < 10; c++) {
                wide.doubles("x" + c, random.doubles(rows).boxed().toArray());
            }
            final var label = new Object[rows];
            label[0] = "a";
            label[1] = "b";
            return wide.strings("label", label).build();
        }

        public static void main(final String[] arguments) throws Exception {
            for (final var entry : work().entrySet()) {
                cancel(entry.getKey(), entry.getValue());
            }
            System.out.println("all");
            while (System.in.read() >= 0) { // until the lock is released
                continue;
            }
            System.out.println("the library is there: " + Blas.get(Progress.NONE).isPresent());
            System.exit(0);
        }

        /** Cancels as KNIME does: sets the flag and interrupts the thread. */
        private static void cancel(final String name, final Work work) throws Exception {
            final var execution = ExecutionContexts.create();
            final Callable<TestRun> node = () -> work.run(execution.context());
            final var task = new FutureTask<>(node);
            final var thread = new Thread(task, name);
            thread.start();
            while (thread.isAlive() && !(isWaiting(thread) && isUnpacking())) {
                Thread.yield();
            }
            if (Arrays.stream(thread.getStackTrace()).anyMatch(Nodes::isLibrary)) {
                System.out.println(name + " unpacks by itself and hears nothing");
                System.exit(1);
            }
            execution.cancel();
            thread.interrupt();
            try {
                task.get();
                System.out.println(name + ": executed");
            } catch (final ExecutionException e) {
                System.out.println(name + ": " + e.getCause().getClass().getSimpleName());
            }
        }

        private static boolean isWaiting(final Thread thread) {
            return Arrays.stream(thread.getStackTrace()).anyMatch(frame -> WAITING.contains(frame.getClassName()));
        }

        private static boolean isUnpacking() {
            return Thread.getAllStackTraces().values().stream().flatMap(Arrays::stream).anyMatch(Nodes::isLibrary);
        }

        private static boolean isLibrary(final StackTraceElement frame) {
            return frame.getClassName().startsWith("org.bytedeco.javacpp.");
        }
    }
}

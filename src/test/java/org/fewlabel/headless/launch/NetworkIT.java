package org.fewlabel.headless.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.xml.parsers.DocumentBuilderFactory;

import org.fewlabel.device.Progress;
import org.fewlabel.headless.WorkflowBuilder;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.encode.ContrastiveEncoder;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.net.samediff.SameDiffEngine;
import org.fewlabel.learn.pretext.PretextTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.port.PortObjectSpec;

/** Networks in the plug-in as it is shipped, and over several programs. */
class NetworkIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    private Path temp;

    @Test
    void thePlugInComputesALossWithTheLibrariesOfItsFragment() throws Exception {
        final var code = java("-cp", System.getProperty("java.class.path"), Bundled.class.getName(), TARGET.toString(),
            temp.resolve("equinox").toString());

        // four rows of zeros: all others are equally near, so the loss is the logarithm of 3
        assertThat(Files.readString(temp.resolve("out.txt"))).contains("loss 1.0986").contains("CPU (ND4J 1.");
        assertThat(code).isZero();
    }

    @Test
    void aWorkflowWithoutNetworksTouchesNothingOfNd4j() throws Exception {
        final var workflow = new WorkflowBuilder(temp.resolve("flow")).csvReader(1, "x.csv", "a,b\n1,x\n2,y\n").write();
        final var loaded = temp.resolve("classes.txt");
        final var headless = TARGET.resolve("headless");

        final var code = java("-Xlog:class+load:file=" + loaded, "-Dfewlabel.target=" + TARGET, "-cp",
            headless.resolve("org.fewlabel.headless_0.1.0.jar") + System.getProperty("path.separator")
                + headless.resolve("org.eclipse.osgi.jar"),
            Launcher.class.getName(), workflow.toString());

        assertThat(code).as(Files.readString(temp.resolve("out.txt"))).isZero();
        assertThat(Files.readAllLines(loaded)).isNotEmpty().noneMatch(line -> line.contains("org.nd4j"));
    }

    @Test
    void nodesAndDialogsTouchNothingOfNd4j() throws Exception {
        final var loaded = temp.resolve("classes.txt");

        final var code = java("-Xlog:class+load:file=" + loaded, "-cp", System.getProperty("java.class.path"),
            Dialogs.class.getName());

        assertThat(code).as(Files.readString(temp.resolve("out.txt"))).isZero();
        assertThat(Files.readAllLines(loaded))
            .anyMatch(line -> line.contains("ContrastiveEncoderNodeParameters"))
            .noneMatch(line -> line.contains("org.nd4j") || line.contains("org.bytedeco"));
    }

    @Test
    void twoProgramsTrainTheSameEncoderBitByBit() throws Exception {
        final var results = new ArrayList<String>();
        for (var i = 0; i < 2; i++) {
            final var code = java("-cp", System.getProperty("java.class.path"), Training.class.getName());
            results.add(Files.readString(temp.resolve("out.txt")));
            assertThat(code).as(results.get(i)).isZero();
        }
        assertThat(results.get(0)).contains("parameters").isEqualTo(results.get(1));
    }

    /** The first usable folder is taken, so all are made unusable here. */
    @Test
    void withoutAFolderForNativeLibrariesTheRemedyIsReported() throws Exception {
        final var file = Files.createFile(temp.resolve("a file, no folder"));

        final var code = java("-Dorg.bytedeco.javacpp.cachedir=" + file.resolve("cache"), "-Duser.home=" + file,
            "-Djava.io.tmpdir=" + file, "-cp", System.getProperty("java.class.path"), Training.class.getName());

        assertThat(code).isNotZero();
        assertThat(Files.readString(temp.resolve("out.txt"))).contains("MissingLibraryException",
            "The folder into which the native libraries are unpacked cannot be written",
            "-Dorg.bytedeco.javacpp.cachedir=FOLDER in knime.ini");
    }

    private int java(final String... arguments) throws Exception {
        final var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(temp.resolve("out.txt").toFile())
            .start()
            .waitFor();
    }

    /** Computes a loss inside OSGi. In a program of its own: a native library can be loaded once in each. */
    static final class Bundled {

        private Bundled() {
        }

        public static void main(final String[] arguments) throws Exception {
            final var target = Path.of(arguments[0]);
            try (var equinox = new Equinox(Path.of(arguments[1]))) {
                equinox.start(List.of(target.resolve("headless"), target.resolve("plugins")));
                final var bundle = equinox.bundle("org.fewlabel");
                final var net = "org.fewlabel.learn.net.";
                final var input = bundle.loadClass(net + "Network$Input").getConstructor(int.class, List.class)
                    .newInstance(3, List.of());
                final var networkClass = bundle.loadClass(net + "Network");
                final var network = networkClass.getConstructors()[0].newInstance(input, List.of(), List.of());
                final var objective = bundle.loadClass(net + "Objective$NtXent").getConstructor(double.class)
                    .newInstance(0.5);
                final var outputs = bundle.loadClass(net + "Engine$Output");
                final var engineClass = bundle.loadClass(net + "samediff.SameDiffEngine");
                final var progress = bundle.loadClass("org.fewlabel.device.Progress");
                final var engine = engineClass.getMethod("open", progress).invoke(null,
                    progress.getField("NONE").get(null));
                System.out.println(engineClass.getMethod("device").invoke(engine));
                final var evaluation = engineClass
                    .getMethod("evaluation", networkClass, bundle.loadClass(net + "Objective"), int.class, outputs)
                    .invoke(engine, network, objective, 2, outputs.getField("LOSS").get(null));
                final var loss = (float[])bundle.loadClass(net + "Engine$ForwardPass")
                    .getMethod("run", float[].class, float[].class).invoke(evaluation, new float[0], new float[0]);
                System.out.println("loss " + loss[0]);
            }
        }
    }

    /** Makes every node as KNIME does at its start, and the parameters behind its dialog. */
    static final class Dialogs {

        private Dialogs() {
        }

        public static void main(final String[] arguments) throws Exception {
            final var nodes = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse("plugin.xml")
                .getElementsByTagName("node");
            for (var i = 0; i < nodes.getLength(); i++) {
                final var name = nodes.item(i).getAttributes().getNamedItem("factory-class").getNodeValue();
                final var node = NodeAccess.of((NodeFactory<?>)Class.forName(name).getConstructor().newInstance());
                node.defaultSettings(new PortObjectSpec[node.inPorts().size()]);
            }
        }
    }

    /** Trains a small encoder and prints its parameters. */
    static final class Training {

        private Training() {
        }

        public static void main(final String[] arguments) {
            final var random = new Random(1);
            final var columns = new ArrayList<NumberColumn>();
            for (var c = 0; c < 5; c++) {
                columns.add(new NumberColumn("c" + c, random.doubles(200).toArray()));
            }
            final var task = PretextTask.of(PretextTask.Kind.CORRUPT, columns.stream().map(NumberColumn::name).toList(),
                1);
            final var defaults = EncoderSettings.defaults(1);
            final var settings = new EncoderSettings(defaults.architecture(), defaults.scaling(),
                TrainingSettings.defaults(1).withEpochs(3));
            final var fitted = new ContrastiveEncoder(task, new Objective.NtXent(0.5), settings)
                .fit(new Rows(200, List.copyOf(columns)), SameDiffEngine.open(Progress.NONE), Progress.NONE);
            System.out.println(
                "parameters " + Arrays.toString((float[])fitted.encoder().state().entries().get("parameters")));
        }
    }
}

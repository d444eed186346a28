package org.fewlabel.nodes.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fewlabel.nodes.TestTable.texts;

import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.PortObjectFiles;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.port.ClassifierPortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/** Tables and checks for learners with pseudo-labels. */
public final class RoundTables {

    public static final String PREDICTION = "Prediction (label)";

    private RoundTables() {
    }

    public static void registerPortTypes() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, RoundTables.class.getClassLoader()).registerPortTypes();
        }
    }

    /** Two clouds that touch, each with its first rows labeled. */
    public static TestTable clouds(final int perCloud, final int labeled) {
        final var random = new Random(11);
        final var x = new Object[2 * perCloud];
        final var y = new Object[2 * perCloud];
        for (var i = 0; i < 2 * perCloud; i++) {
            x[i] = (i < perCloud ? 0 : 3) + random.nextGaussian();
            y[i] = (i < perCloud ? 0 : 3) + random.nextGaussian();
        }
        return new TestTable().doubles("x", x).doubles("y", y).strings("label", labels(perCloud, labeled));
    }

    public static Object[] labels(final int perCloud, final int labeled) {
        return IntStream.range(0, 2 * perCloud)
            .mapToObj(i -> i % perCloud < labeled ? i < perCloud ? "low" : "high" : null).toArray();
    }

    /** The true classes of the clouds. */
    public static Object[] classes(final int perCloud) {
        return labels(perCloud, perCloud);
    }

    public static BufferedDataTable relabeled(final BufferedDataTable clouds, final Object[] labels) {
        return new TestTable().doubles("x", texts(clouds, "x").stream().map(Double::valueOf).toArray())
            .doubles("y", texts(clouds, "y").stream().map(Double::valueOf).toArray()).strings("label", labels).build();
    }

    /** The share of the rows of the clouds that are predicted right. */
    public static double share(final TestRun run, final int perCloud) {
        final var predicted = texts(run.table(0), PREDICTION);
        final var classes = classes(perCloud);
        return IntStream.range(0, 2 * perCloud).filter(i -> classes[i].equals(predicted.get(i))).count()
            / (2.0 * perCloud);
    }

    public static NodeSettings rounds(final NodeSettings settings) {
        try {
            return settings.getNodeSettings("learning");
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    public static void give(final NodeSettings settings, final Object... classesAndShares) {
        settings.addString("shares", "GIVEN");
        final var given = settings.addNodeSettings("givenShares");
        for (var i = 0; i < classesAndShares.length; i += 2) {
            final var share = given.addNodeSettings(Integer.toString(i / 2));
            share.addString("class", (String)classesAndShares[i]);
            share.addDouble("share", (Integer)classesAndShares[i + 1]);
        }
    }

    public static void assertPredictsTheSameWhenLoaded(final ClassifierPortObject classifier, final Path folder,
        final BufferedDataTable table) throws Exception {
        PortObjectFiles.save(classifier, folder, new ExecutionMonitor());
        final var loaded = PortObjectFiles.load(ClassifierPortObject.class, folder, new ExecutionMonitor());
        final var before = TestRun.of(new FewLabelPredictorNodeFactory(), classifier, table).table(0);
        final var again = TestRun.of(new FewLabelPredictorNodeFactory(), loaded, table).table(0);
        assertThat(texts(again, PREDICTION)).doesNotContainNull();
        for (final var column : again.getDataTableSpec().getColumnNames()) {
            assertThat(texts(again, column)).isEqualTo(texts(before, column));
        }
    }
}

package org.fewlabel.nodes.label.consistencylearner;

import static org.fewlabel.nodes.encode.EncodedTables.cells;
import static org.fewlabel.nodes.encode.EncodedTables.groups;

import java.io.FileInputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.fewlabel.headless.registry.PluginXmlRegistry;
import org.fewlabel.headless.slice.ExecutionContexts;
import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.Trainer;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.port.EncoderPortObject;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;

/** Runs of Consistency Learner, with an encoder and without. */
public final class ConsistencyRun {

    public static final int ROWS = 90;

    /** A small network from scratch and few epochs. */
    public static final Consumer<NodeSettings> QUICK = settings -> {
        training(settings).addString("size", "SMALL");
        training(settings).addDouble("learningRate", 1e-2);
        epochs(settings, 20);
    };

    private ConsistencyRun() {
    }

    public static void registerPortTypes() throws Exception {
        try (var in = new FileInputStream("plugin.xml")) {
            new PluginXmlRegistry(in, ConsistencyRun.class.getClassLoader()).registerPortTypes();
        }
    }

    /** Two groups, of which some rows are labeled. */
    public static TestTable table(final int labeled) {
        return groups(ROWS).strings("label", cells(ROWS, i -> i < labeled ? group(i) : null));
    }

    public static String group(final int row) {
        return "group " + row % 2;
    }

    public static void epochs(final NodeSettings settings, final int count) {
        training(settings).addInt("epochs", count);
        training(settings).addBoolean("epochs_is_present", true);
    }

    /** The settings of the network and its training. */
    public static NodeSettings training(final NodeSettings settings) {
        try {
            return settings.getNodeSettings("training");
        } catch (final InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    public static PortObject task(final BufferedDataTable table) throws Exception {
        return Trainer.task(table, "MASK").object(0);
    }

    /** A node with or without the port for an encoder, as in KNIME's settings file. */
    public static RunnableNode node(final boolean encoder) throws InvalidSettingsException {
        final var file = new NodeSettings("settings.xml");
        final var group = file.addNodeSettings("node_creation_config").addNodeSettings("Encoder");
        if (encoder) {
            group.addNodeSettings("port_0").addString("object_class", EncoderPortObject.class.getName());
        }
        return NodeAccess.of(new ConsistencyLearnerNodeFactory(), file);
    }

    public static TestRun run(final Consumer<NodeSettings> change, final PortObject... in) throws Exception {
        return TestRun.of(node(in.length > 2), change, ExecutionContexts.create().context(), in);
    }

    /** Quick and from scratch, with a task for that table. */
    public static TestRun quick(final Consumer<NodeSettings> change, final BufferedDataTable table) throws Exception {
        return run(QUICK.andThen(change), table, task(table));
    }

    /** The predictions of a classifier. */
    public static List<String> predicted(final PortObject classifier, final BufferedDataTable rows, final String column)
        throws Exception {
        return TestTable.texts(TestRun.of(new FewLabelPredictorNodeFactory(), classifier, rows).table(0), column);
    }

    /** The accuracy of a classifier on the two groups. */
    public static double accuracy(final PortObject classifier, final BufferedDataTable rows) throws Exception {
        final var predicted = predicted(classifier, rows, "Prediction (label)");
        return IntStream.range(0, predicted.size()).filter(i -> predicted.get(i).equals(group(i))).count()
            / (double)predicted.size();
    }
}

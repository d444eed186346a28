package org.fewlabel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** Executes nodes as they come from the repository: no setting touched. */
final class Nodes {

    private static final String PREDICTION = "Prediction (" + BenchSet.LABEL + ")";

    private Nodes() {
    }

    static RunnableNode.Executed run(final NodeFactory<?> factory, final ExecutionContext exec, final PortObject... in)
        throws Exception {
        return run(factory, settings -> {}, exec, in);
    }

    /** With some settings changed. */
    static RunnableNode.Executed run(final NodeFactory<?> factory, final Consumer<NodeSettings> change,
        final ExecutionContext exec, final PortObject... in) throws Exception {
        final var node = NodeAccess.of(factory);
        final var specs = new PortObjectSpec[in.length];
        for (var i = 0; i < in.length; i++) {
            specs[i] = in[i].getSpec();
        }
        final var settings = node.defaultSettings(specs);
        change.accept(settings);
        node.configure(settings, specs);
        return node.execute(settings, in, exec);
    }

    /** @return the predicted classes; {@code null} where there is none */
    static List<String> predictions(final BufferedDataTable table) {
        final var index = table.getDataTableSpec().findColumnIndex(PREDICTION);
        final var predictions = new ArrayList<String>();
        for (final var row : table) {
            predictions.add(row.getCell(index) instanceof StringValue text ? text.getStringValue() : null);
        }
        return predictions;
    }
}

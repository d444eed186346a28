package org.fewlabel.bench;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.headless.slice.NodeAccess;
import org.fewlabel.headless.slice.RunnableNode;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

/** The nodes Label Propagator and, for new rows, Few-Label Predictor; no setting touched. */
final class LabelPropagatorMethod implements BenchMethod {

    private static final String PREDICTION = "Prediction (" + BenchSet.LABEL + ")";

    @Override
    public String name() {
        return "label-propagator";
    }

    @Override
    public Predicted predict(final BufferedDataTable pool, final BufferedDataTable test, final ExecutionContext exec)
        throws Exception {
        final var learned = run(NodeAccess.of(new LabelPropagatorNodeFactory()), exec, pool);
        final var applied = run(NodeAccess.of(new FewLabelPredictorNodeFactory()), exec, learned.objects()[1], test);
        return new Predicted(predictions((BufferedDataTable)learned.objects()[0]),
            predictions((BufferedDataTable)applied.objects()[0]), learned.warning());
    }

    private static RunnableNode.Executed run(final RunnableNode node, final ExecutionContext exec, final PortObject... in)
        throws Exception {
        final var specs = new PortObjectSpec[in.length];
        for (var i = 0; i < in.length; i++) {
            specs[i] = in[i].getSpec();
        }
        final var settings = node.defaultSettings(specs);
        node.configure(settings, specs);
        return node.execute(settings, in, exec);
    }

    private static List<String> predictions(final BufferedDataTable table) {
        final var index = table.getDataTableSpec().findColumnIndex(PREDICTION);
        final var predictions = new ArrayList<String>();
        for (final var row : table) {
            predictions.add(row.getCell(index) instanceof StringValue text ? text.getStringValue() : null);
        }
        return predictions;
    }
}

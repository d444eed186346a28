package org.fewlabel.bench;

import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.fewlabel.nodes.label.labelpropagator.LabelPropagatorNodeFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The nodes Label Propagator and, for new rows, Few-Label Predictor. */
final class LabelPropagatorMethod implements BenchMethod {

    @Override
    public String name() {
        return "label-propagator";
    }

    @Override
    public Predicted predict(final BufferedDataTable pool, final BufferedDataTable test, final ExecutionContext exec)
        throws Exception {
        final var learned = Nodes.run(new LabelPropagatorNodeFactory(), exec, pool);
        final var applied = Nodes.run(new FewLabelPredictorNodeFactory(), exec, learned.objects()[1], test);
        return new Predicted(Nodes.predictions((BufferedDataTable)learned.objects()[0]),
            Nodes.predictions((BufferedDataTable)applied.objects()[0]), learned.warning());
    }
}

package org.fewlabel.bench;

import java.util.List;

import org.fewlabel.nodes.judge.whichisbetter.WhichIsBetterNodeFactory;
import org.fewlabel.nodes.label.fewlabelpredictor.FewLabelPredictorNodeFactory;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;

/** The nodes Which Is Better? and Few-Label Predictor: the recommended method, trained with all labels. */
final class AutomaticMethod implements BenchMethod {

    @Override
    public String name() {
        return "automatic";
    }

    @Override
    public Predicted predict(final BufferedDataTable pool, final BufferedDataTable test, final ExecutionContext exec)
        throws Exception {
        final var compared = Nodes.run(new WhichIsBetterNodeFactory(), exec, pool);
        final var classifier = compared.objects()[2];
        return new Predicted(predictions(exec, classifier, pool), predictions(exec, classifier, test),
            compared.warning());
    }

    private static List<String> predictions(final ExecutionContext exec, final PortObject classifier,
        final BufferedDataTable rows) throws Exception {
        return Nodes.predictions(
            (BufferedDataTable)Nodes.run(new FewLabelPredictorNodeFactory(), exec, classifier, rows).objects()[0]);
    }
}

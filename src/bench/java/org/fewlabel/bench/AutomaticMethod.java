package org.fewlabel.bench;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.compare.Experiment;
import org.fewlabel.learn.compare.Route;
import org.fewlabel.learn.compare.WhichIsBetter;
import org.fewlabel.table.Features;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.TableRows;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The way that Which Is Better? recommends, gone with all labels. */
final class AutomaticMethod implements BenchMethod {

    @Override
    public String name() {
        return "automatic";
    }

    @Override
    public Predicted predict(final BufferedDataTable pool, final BufferedDataTable test, final ExecutionContext exec)
        throws Exception {
        final var spec = pool.getDataTableSpec();
        final var data = LearningTable.read(pool, BenchSet.LABEL,
            Features.choose(spec, Features.raw(spec, BenchSet.LABEL), BenchSet.LABEL), Progress.NONE);
        final var workers = Workers.ofMachine();
        final var routes = new ArrayList<>(List.of(Route.values()));
        routes.remove(Route.CONSISTENCY);
        final var result = new WhichIsBetter(new Experiment(routes, 5, 0.3, 600, 1)).run(data.features(), data.labels(),
            workers, Progress.NONE);
        return new Predicted(LabelledOnlyMethod.classes(result.classifier(), data.features(), workers),
            LabelledOnlyMethod.classes(result.classifier(), TableRows.read(test, data.columns(), Progress.NONE).features(),
                workers),
            result.recommendation().text() + result.curve().map(c -> " " + c).orElse(""));
    }
}

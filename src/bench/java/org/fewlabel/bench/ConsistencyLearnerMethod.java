package org.fewlabel.bench;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.consistency.ConsistencyLearner;
import org.fewlabel.learn.consistency.ConsistencyMethod;
import org.fewlabel.learn.consistency.ConsistencySettings;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.TaskChoice;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.TableRows;
import org.fewlabel.table.TextReading;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A network that learns from all rows by their consistency: from an encoder on, or from scratch. */
final class ConsistencyLearnerMethod implements BenchMethod {

    private static final long SEED = 1;

    /** Null from scratch. */
    private final Encoders encoders;

    ConsistencyLearnerMethod(final Encoders encoders) {
        this.encoders = encoders;
    }

    @Override
    public String name() {
        return (encoders == null ? "" : encoders.text() + "+") + "consistency";
    }

    @Override
    public Predicted predict(final BufferedDataTable pool, final BufferedDataTable test, final ExecutionContext exec)
        throws Exception {
        final var spec = pool.getDataTableSpec();
        final var data = LearningTable.read(pool, BenchSet.LABEL,
            FeatureSetting.RAW.choose(spec, FeatureSetting.RAW.detect(spec, BenchSet.LABEL), BenchSet.LABEL),
            TextReading.RECOGNISED, Progress.NONE);
        final var engine = Engines.open(Progress.NONE);
        final var learner = new ConsistencyLearner(ConsistencyMethod.defaults(), task(data.features()),
            ConsistencySettings.defaults(SEED));
        final var learned = encoders == null
            ? learner.fromScratch(EncoderSettings.defaults(SEED), data.features(), data.labels(), null, engine,
                Progress.NONE)
            : learner.fit(Encoders.encoder(encoders.train(pool, exec)).encoder(), data.features(), data.labels(), null,
                engine, Progress.NONE);
        final var classifier = new FewLabelClassifier(learned.classifier());
        final var workers = Workers.ofMachine();
        return new Predicted(LabeledOnlyMethod.classes(classifier, data.features(), workers), LabeledOnlyMethod
            .classes(classifier, TableRows.read(test, data.columns(), Progress.NONE).features(), workers), null);
    }

    private static PretextTask task(final Rows rows) {
        return PretextTask.of(TaskChoice.ofCells(rows).kind(),
            rows.columns().stream().map(Column::name).toList(), SEED);
    }
}

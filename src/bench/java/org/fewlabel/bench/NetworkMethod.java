package org.fewlabel.bench;

import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.encode.FineTuning;
import org.fewlabel.learn.encode.NetworkClassifier;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.TextReading;
import org.fewlabel.table.TableRows;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A network classifier: fine-tuned from an encoder, or the same network from scratch. */
final class NetworkMethod implements BenchMethod {

    private static final long SEED = 1;

    /** Null from scratch. */
    private final Encoders encoders;

    NetworkMethod(final Encoders encoders) {
        this.encoders = encoders;
    }

    @Override
    public String name() {
        return encoders == null ? "network" : encoders.text() + "+finetune";
    }

    @Override
    public Predicted predict(final BufferedDataTable pool, final BufferedDataTable test, final ExecutionContext exec)
        throws Exception {
        final var spec = pool.getDataTableSpec();
        final var data = LearningTable.read(pool, BenchSet.LABEL,
            FeatureSetting.RAW.choose(spec, FeatureSetting.RAW.detect(spec, BenchSet.LABEL), BenchSet.LABEL),
            TextReading.RECOGNISED, Progress.NONE);
        final var engine = Engines.open(Progress.NONE);
        final var tuning = FineTuning.defaults(SEED);
        final var classifier = encoders == null
            ? tuning.fromScratch(EncoderSettings.defaults(SEED), data.features(), data.labels(), engine, Progress.NONE)
            : tuning.fit(Encoders.encoder(encoders.train(pool, exec)).encoder(), data.features(), data.labels(), null,
                engine, Progress.NONE);
        return new Predicted(classes(classifier, data.features(), engine),
            classes(classifier, TableRows.read(test, data.columns(), Progress.NONE).features(), engine), null);
    }

    private static List<String> classes(final NetworkClassifier classifier, final Rows rows, final Engine engine) {
        return Arrays
            .stream(
                new ClassProbabilities(classifier.classes().size(),
                    classifier.predict(rows, engine, Progress.NONE).values()).argmax())
            .mapToObj(code -> classifier.classes().get(code)).toList();
    }
}

package org.fewlabel.bench;

import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.model.LabeledOnly;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.TableRows;
import org.fewlabel.table.TextReading;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The baseline that every learner appends: trained on the labeled rows only. */
final class LabeledOnlyMethod implements BenchMethod {

    @Override
    public String name() {
        return "labelled-only";
    }

    @Override
    public Predicted predict(final BufferedDataTable pool, final BufferedDataTable test, final ExecutionContext exec)
        throws Exception {
        final var spec = pool.getDataTableSpec();
        final var data = LearningTable.read(pool, BenchSet.LABEL,
            FeatureSetting.LEARNED.choose(spec, FeatureSetting.LEARNED.detect(spec, BenchSet.LABEL), BenchSet.LABEL),
            TextReading.RECOGNISED, Progress.NONE);
        final var workers = Workers.ofMachine();
        final var classifier = LabeledOnly.train(data.features(), data.labels(), Progress.NONE);
        return new Predicted(classes(classifier, data.features(), workers),
            classes(classifier, TableRows.read(test, data.columns(), Progress.NONE).features(), workers), null);
    }

    static List<String> classes(final FewLabelClassifier classifier, final Rows rows, final Workers workers) {
        return names(classifier.classes(), classifier.predict(rows, workers, Progress.NONE));
    }

    /** @return per row the name of the most probable class; {@code null} where there is none */
    static List<String> names(final List<String> classes, final ClassProbabilities probabilities) {
        return Arrays.stream(probabilities.argmax())
            .mapToObj(code -> code < 0 ? null : classes.get(code)).toList();
    }
}

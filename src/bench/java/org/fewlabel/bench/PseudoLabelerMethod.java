package org.fewlabel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.rounds.agree.CoTraining;
import org.fewlabel.learn.rounds.agree.ColumnViews;
import org.fewlabel.learn.rounds.agree.TriTraining;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.self.SelfTraining;
import org.fewlabel.learn.rounds.self.SoftEm;
import org.fewlabel.learn.rounds.self.WordEm;
import org.fewlabel.learn.supervised.base.StandardLearner;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.TableRows;
import org.fewlabel.table.TextReading;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Learning in rounds from unlabeled rows, or what its learner gives without them. */
final class PseudoLabelerMethod implements BenchMethod {

    private final String name;

    private final Learner learner;

    private final boolean baseline;

    private PseudoLabelerMethod(final String name, final Learner learner, final boolean baseline) {
        this.name = name;
        this.learner = learner;
        this.baseline = baseline;
    }

    /** Learns from rows with few labels. */
    @FunctionalInterface
    private interface Learner {
        Learned fit(DenseRows rows, Labels labels, int[] truth, Workers workers, Progress progress);
    }

    /** @return each semi-supervised method and its baseline */
    static List<BenchMethod> all() {
        final var defaults = SelfTraining.Settings.DEFAULT;
        final var all = new ArrayList<BenchMethod>();
        add(all, "pseudo-labeler", new SelfTraining(defaults)::fit);
        for (final var learner : StandardLearner.values()) {
            add(all, "pseudo-labeler-" + learner.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                new SelfTraining(defaults.with(learner))::fit);
        }
        add(all, "soft-em", new SoftEm(defaults.contest())::fit);
        add(all, "tri-training", new TriTraining(Optional.empty(), defaults.contest(), 0)::fit);
        final var coTraining = new CoTraining(Optional.empty(), CoTraining.RULE, defaults.contest(), 0);
        add(all, "co-trainer",
            (rows, labels, truth, workers, progress) -> coTraining.fit(halves(rows), labels, truth, workers,
                progress));
        return all;
    }

    /** Two views where there are none: every other dimension. */
    private static ColumnViews halves(final DenseRows rows) {
        return new ColumnViews(rows, IntStream.range(0, rows.columns()).filter(d -> d % 2 == 0).toArray(),
            IntStream.range(0, rows.columns()).filter(d -> d % 2 == 1).toArray());
    }

    /** What the node takes in place of these if there are only texts. */
    private static final Learner WORDS = new WordEm(SelfTraining.Settings.DEFAULT.contest())::fit;

    private static final List<
        String> OF_TEXTS = List.of("pseudo-labeler", "pseudo-labeler-alone", "soft-em", "soft-em-alone");

    private static void add(final List<BenchMethod> all, final String name, final Learner learner) {
        all.add(new PseudoLabelerMethod(name, learner, false));
        all.add(new PseudoLabelerMethod(name + "-alone", learner, true));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Predicted predict(final BufferedDataTable pool, final BufferedDataTable test, final ExecutionContext exec)
        throws Exception {
        final var spec = pool.getDataTableSpec();
        final var data = LearningTable.read(pool, BenchSet.LABEL,
            FeatureSetting.LEARNED.choose(spec, FeatureSetting.LEARNED.detect(spec, BenchSet.LABEL), BenchSet.LABEL),
            TextReading.RECOGNISED, Progress.NONE);
        final var workers = Workers.ofMachine();
        final var encoder = RowEncoder.fit(data.features(), Progress.NONE);
        final var rows = encoder.encode(data.features(), Progress.NONE);
        final var learned = (encoder.ofTexts() && OF_TEXTS.contains(name) ? WORDS : learner).fit(rows, data.labels(),
            null,
            workers, Progress.NONE);
        final var classifier = new FewLabelClassifier(data.features().columns().stream().map(Column::name).toList(),
            data.labels().classes(), encoder, baseline ? learned.baselineClassifier() : learned.classifier());
        return new Predicted(
            LabeledOnlyMethod.names(data.labels().classes(), baseline ? learned.baseline() : learned.probabilities()),
            LabeledOnlyMethod.classes(classifier, TableRows.read(test, data.columns(), Progress.NONE).features(),
                workers),
            baseline ? null : text(learned));
    }

    private static String text(final Learned learned) {
        final var verdict = learned.verdict();
        return String.format(Locale.ROOT,
            "%s on %s, round %d of %d, lead %.2f, cut %.2f, %s, accuracy %.3f on %d labels, baseline %.3f",
            learned.learner(), learned.baselineLearner(), learned.best(), learned.rounds().size(), verdict.lead(),
            verdict.cut(),
            verdict.reason(), verdict.result(), verdict.rows(), verdict.baseline());
    }
}

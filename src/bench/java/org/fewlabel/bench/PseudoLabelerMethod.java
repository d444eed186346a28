package org.fewlabel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.FewLabelClassifier;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.RowEncoder;
import org.fewlabel.learn.label.base.StandardLearner;
import org.fewlabel.learn.label.rounds.Learned;
import org.fewlabel.learn.label.self.SelfTraining;
import org.fewlabel.table.Features;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.TableRows;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Self-training, or what its learner gives without unlabelled rows. */
final class PseudoLabelerMethod implements BenchMethod {

    private final String name;

    private final SelfTraining.Settings settings;

    private final boolean alone;

    private PseudoLabelerMethod(final String name, final SelfTraining.Settings settings, final boolean alone) {
        this.name = name;
        this.settings = settings;
        this.alone = alone;
    }

    /** @return with every learner: self-training, and the learner alone */
    static List<BenchMethod> all() {
        final var defaults = SelfTraining.Settings.DEFAULT;
        final var all = new ArrayList<BenchMethod>();
        all.add(new PseudoLabelerMethod("pseudo-labeler", defaults, false));
        all.add(new PseudoLabelerMethod("pseudo-labeler-alone", defaults, true));
        for (final var learner : StandardLearner.values()) {
            final var name = "pseudo-labeler-" + learner.name().toLowerCase(Locale.ROOT).replace('_', '-');
            all.add(new PseudoLabelerMethod(name, defaults.with(learner), false));
            all.add(new PseudoLabelerMethod(name + "-alone", defaults.with(learner), true));
        }
        return all;
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
            Features.choose(spec, Features.allBut(spec, BenchSet.LABEL), BenchSet.LABEL), Progress.NONE);
        final var workers = Workers.ofMachine();
        final var encoder = RowEncoder.fit(data.features(), Progress.NONE);
        final var rows = encoder.encode(data.features(), Progress.NONE);
        final var learned = new SelfTraining(settings).fit(rows, data.labels(), null, workers, Progress.NONE);
        final var classifier = new FewLabelClassifier(data.features().columns().stream().map(Column::name).toList(),
            data.labels().classes(), encoder, alone ? learned.aloneClassifier() : learned.classifier());
        return new Predicted(
            LabelledOnlyMethod.names(data.labels().classes(), alone ? learned.alone() : learned.probabilities()),
            LabelledOnlyMethod.classes(classifier, TableRows.read(test, data.columns(), Progress.NONE).features(), workers),
            alone ? null : text(learned));
    }

    private static String text(final Learned learned) {
        final var verdict = learned.verdict();
        return String.format(Locale.ROOT, "%s on %s, round %d of %d, lead %.2f, cut %.2f. %s", learned.learner(),
            learned.base(), learned.best(), learned.rounds().size(), verdict.lead(), verdict.cut(), verdict.text());
    }
}

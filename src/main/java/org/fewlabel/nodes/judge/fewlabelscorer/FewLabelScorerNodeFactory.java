package org.fewlabel.nodes.judge.fewlabelscorer;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.judge.Bootstrap;
import org.fewlabel.learn.judge.ConfusionMatrix;
import org.fewlabel.learn.judge.Evaluation;
import org.fewlabel.learn.judge.ReliabilityTable;
import org.fewlabel.table.Execution;
import org.fewlabel.table.ScoreTables;
import org.fewlabel.table.ScoredColumns;
import org.fewlabel.table.ScoredTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Few-Label Scorer. */
public final class FewLabelScorerNodeFactory extends DefaultNodeFactory {

    private static final int RELIABILITY_BINS = 10;

    private static final DefaultNode NODE = DefaultNode.create()
        .name("Few-Label Scorer")
        .icon("../../../../../icons/few-label-scorer.png")
        .shortDescription(
            "Scores predictions against the truth and compares them with the baseline (labeled rows only).")
        .fullDescription(
            """
                <p>This node compares predicted classes with true ones and reports how good they are, with confidence
                intervals. If the table contains a baseline, trained on the labeled rows only, it shows whether the
                unlabeled rows have helped.</p>
                <p><b>When to use it.</b> After a learner of this extension or after Few-Label Predictor, if the truth
                is known: because Label Masker has hidden it, or because some rows were checked by hand.</p>
                <p><b>When not to use it.</b> On the labeled rows: they keep their given label and are correct by
                definition. Look at the role <i>unlabeled</i> or <i>held out</i>.</p>
                <p><b>Input.</b> Rows with the true and the predicted class. A row without a prediction counts as wrong.
                Rows without a known true class are not scored.</p>
                <p><b>Output.</b> Every measure by role (a single role <i>all</i> if the table has no column
                <i>Role</i>): for the prediction, for the baseline, and for the difference of the two on the same rows.
                If both bounds of a difference are above 0, the unlabeled rows have helped (for log loss and calibration
                error: both below 0). The bounds are bootstrap percentiles.</p>
                <ul>
                <li><b>Accuracy</b>: the share of correctly predicted rows.</li>
                <li><b>Balanced accuracy</b>: the mean of this share over the classes; use it if a class is rare.</li>
                <li><b>Macro F1</b>: the mean over the classes of the harmonic mean of precision and recall.</li>
                <li><b>Matthews correlation</b>: 1 is perfect, 0 is no better than chance.</li>
                <li><b>Log loss</b>: the mean negative logarithm of the probability of the true class; it penalizes
                confident wrong predictions; lower is better. If only a confidence is known, the other classes share the
                rest.</li>
                <li><b>Expected calibration error</b>: the mean difference between confidence and accuracy; lower is
                better.</li>
                </ul>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Predicted rows", "Rows with a column of true classes and a column of predicted classes.")
            .addOutputTable("Scores", "One row per role and measure, with bounds, baseline and difference.")
            .addOutputTable("Confusion", "The number of rows of each true class (row) and predicted class (column).")
            .addOutputTable("Reliability",
                "Confidence and accuracy of rows with similar confidence, for a reliability diagram."))
        .model(m -> m
            .parametersClass(FewLabelScorerNodeParameters.class)
            .configure(FewLabelScorerNodeFactory::configure)
            .execute(FewLabelScorerNodeFactory::execute))
        .nodeType(NodeType.Other)
        .keywords("semi-supervised", "accuracy", "confusion matrix", "calibration", "reliability", "baseline",
            "bootstrap",
            "few labels")
        .addExternalResource("https://proceedings.mlr.press/v70/guo17a.html",
            "Guo et al. (2017): On Calibration of Modern Neural Networks");

    /** Created by KNIME from plugin.xml. */
    public FewLabelScorerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final var spec = in.getInTableSpec(0);
        final var columns = columns(in.getParameters(), spec);
        out.setOutSpec(0, ScoreTables.scoresSpec());
        out.setOutSpec(1, columns.classes(spec).map(ScoreTables::confusionSpec).orElse(null));
        out.setOutSpec(2, ScoreTables.reliabilitySpec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final FewLabelScorerNodeParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final var table = in.getInTable(0);
            final var scored = ScoredTable.read(table, columns(parameters, table.getDataTableSpec()),
                progress.part(0, 0.2));
            final var tables = score(scored, new ScoreTables(scored.classes(), exec), parameters,
                progress.part(0.2, 1));
            for (var port = 0; port < tables.length; port++) {
                out.setOutData(port, tables[port]);
            }
            FewLabelScorerMessages.of(scored.gaps()).tell(FewLabelScorerNodeFactory.class, out::setWarningMessage);
        });
    }

    private static BufferedDataTable[] score(final ScoredTable scored, final ScoreTables tables,
        final FewLabelScorerNodeParameters parameters, final Progress progress) {
        final var bootstrap = new Bootstrap(parameters.m_samples, parameters.m_level / 100, parameters.m_seed);
        final var workers = Workers.ofMachine();
        var done = 0.0;
        for (final var role : scored.roles().entrySet()) {
            final var prediction = scored.prediction().select(role.getValue());
            final var baseline = scored.baseline() == null ? null : scored.baseline().select(role.getValue());
            final var part = progress.part(done, done += 1.0 / scored.roles().size());
            tables.add(role.getKey(), prediction, Evaluation.of(prediction, baseline, bootstrap, workers, part),
                ConfusionMatrix.of(prediction.truth(), prediction.predicted(), prediction.classes()),
                ReliabilityTable.of(prediction, RELIABILITY_BINS));
        }
        return tables.close();
    }

    private static ScoredColumns columns(final FewLabelScorerNodeParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        parameters.detect(spec);
        return ScoredColumns.find(spec, parameters.m_truth, FewLabelScorerNodeParameters.TRUTH_TITLE,
            parameters.m_prediction, FewLabelScorerNodeParameters.PREDICTION_TITLE, parameters.m_baseline);
    }
}

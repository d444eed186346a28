package org.fewlabel.nodes.label.cotrainer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Truth;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.nodes.label.RoundsParameters;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.port.Provenance;
import org.fewlabel.table.Execution;
import org.fewlabel.table.GuessedColumns;
import org.fewlabel.table.LabelClasses;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelType;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.Report;
import org.fewlabel.table.RoundsTable;
import org.fewlabel.table.SharedMessages;
import org.fewlabel.table.TruthColumn;
import org.fewlabel.table.ViewColumns;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Co-Trainer. */
public final class CoTrainerNodeFactory extends DefaultNodeFactory {

    private static final String NAME = "Co-Trainer";

    private static final DefaultNode NODE = DefaultNode.create()
        .name(NAME)
        .icon("../../../../../icons/co-trainer.png")
        .shortDescription(
            "Trains classifiers that teach each other with confident predictions (co-training, tri-training).")
        .fullDescription(
            """
                <p>This node trains classifiers that teach each other: round by round, confident predictions of some
                become pseudo-labels for another. By default these are three classifiers trained on different samples of
                the labeled rows (tri-training). If the columns come from two sources, they can be two classifiers with
                different columns (co-training); the result combines both. Whether this helped is checked by
                cross-validation on the given labels. If no improvement is found, the result is one classifier trained
                on all columns of the labeled rows only, and the node says so.</p>
                <p><b>When to use it.</b> With many unlabeled rows. Choose co-training if the columns come from two
                sources, each of which would suffice with more labels: images and reports, a sender and a text, two
                instruments. Within a class the two sources should be independent of each other.</p>
                <p><b>When not to use it.</b> Do not use co-training if all columns come from one source: two halves of
                them make the same mistakes and cannot correct each other. The node warns if the labeled rows show this,
                or if one view is useless by itself. Use tri-training, Pseudo-Labeler or Label Propagator instead.</p>
                <p><b>Input.</b> A missing cell in the label column means unlabeled. Held-out rows (column <i>Role</i>,
                from Label Masker) are ignored; Few-Label Predictor predicts them. If Label Masker's truth column is
                present, it is not used for training; it only serves to report the accuracy of the pseudo-labels of
                every round.</p>
                <p><b>Output.</b> The prediction, its confidence and (optional) class probabilities, and the baseline: a
                classifier trained on the labeled rows only. Given labels are kept. <i>Contradicted</i> is true if the
                classifier learned from the other labels predicts another class for a labeled row. The table of rounds
                has one row per round, where round 0 is the baseline: how many pseudo-labels were used, how many are
                new, changed or dropped, and the cross-validated accuracy. The classifier needs the columns of both
                views.</p>
                <p><b>Texts.</b> With the base learner <i>Automatic</i>, a view of free texts is learned from word
                counts. If both views of co-training are texts, such as a title and a body, each passes the class
                probabilities of all rows to the other (co-EM); with few labels this is used unless the labels speak
                against it.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Few labels", "Rows with features and a label column in which most cells are missing.")
            .addOutputTable("All labels",
                "The rows with prediction, confidence, class probabilities and baseline appended.")
            .addOutputPort("Classifier", "Predicts new rows with Few-Label Predictor.",
                ClassifierPortObject.TYPE)
            .addOutputTable("Rounds",
                "One row per round: the pseudo-labels that were used, and the cross-validated accuracy."))
        .model(m -> m
            .parametersClass(CoTrainerNodeParameters.class)
            .configure(CoTrainerNodeFactory::configure)
            .execute(CoTrainerNodeFactory::execute))
        .nodeType(NodeType.Learner)
        .keywords("semi-supervised", "co-training", "tri-training", "multi-view", "pseudo-labels", "few labels",
            "unlabeled", "disagreement")
        .addExternalResource("https://doi.org/10.1145/279943.279962",
            "Blum and Mitchell (1998): Combining Labeled and Unlabeled Data with Co-Training")
        .addExternalResource("https://doi.org/10.1109/TKDE.2005.186",
            "Zhou and Li (2005): Tri-Training: Exploiting Unlabeled Data Using Three Classifiers")
        .addExternalResource("https://doi.org/10.1145/354756.354805",
            "Nigam and Ghani (2000): Analyzing the Effectiveness and Applicability of Co-Training");

    /** Created by KNIME from plugin.xml. */
    public CoTrainerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CoTrainerNodeParameters parameters = in.getParameters();
        final var spec = in.getInTableSpec(0);
        parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
        final var label = LabelColumn.check(spec, parameters.m_label, CoTrainerNodeParameters.LABEL_TITLE);
        final var columns = parameters.columns(spec);
        final var classes = LabelColumn.classes(label).orElse(null);
        final var type = LabelType.of(label);
        final var wanted = parameters.m_learning.wanted();
        out.setOutSpec(0, classes == null && wanted.everyClass() ? null
            : GuessedColumns.declare(parameters.m_label, type,
                classes == null ? null : LabelClasses.announced(classes), wanted).spec(spec));
        out.setOutSpec(1,
            ClassifierPortObjectSpec.announced(parameters.m_label, type, classes, columns.all().columns()));
        out.setOutSpec(2, RoundsTable.spec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final CoTrainerNodeParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final var table = in.getInTable(0);
            final var spec = table.getDataTableSpec();
            parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
            final var type = LabelType.of(
                LabelColumn.check(spec, parameters.m_label, CoTrainerNodeParameters.LABEL_TITLE));
            final var chosen = parameters.columns(spec);
            final var data = LearningTable.read(table, parameters.m_label, chosen.all(), parameters.m_texts,
                progress.part(0, 0.05))
                .hashed(parameters.m_hashed);
            final var splitAgain = new Report();
            final var columns = chosen.among(data, splitAgain);
            final var classes = data.labels().classes();
            final var known = LabelClasses.of(spec.getColumnSpec(parameters.m_label), classes);
            final var truth = TruthColumn.read(table, parameters.m_label, data.labels(), progress.part(0.05, 0.1));
            final var fitted = parameters.method(columns).fit(data.features(), data.labels(), truth,
                Workers.ofMachine(), progress.part(0.1, 0.9));
            final var wanted = parameters.m_learning.wanted();
            out.setOutData(0, GuessedColumns.declare(parameters.m_label, type, known, wanted).append(table,
                new GuessedColumns(type, known, data, fitted, wanted), exec));
            final var report = CoTrainerMessages.of(fitted);
            out.setOutData(1,
                new ClassifierPortObject(
                    new ClassifierPortObjectSpec(parameters.m_label, type, classes, data.columns()),
                    fitted.classifier(),
                    Provenance.now(NAME, described(parameters, columns, fitted), data.features().size(),
                        data.labels().labeled().length).with(report.sentences())));
            out.setOutData(2, RoundsTable.of(fitted, truth.map(Truth::classes).orElse(classes), exec));
            if (wanted.everyClass()) {
                report.add(known.notes(parameters.m_label));
            }
            report.add(SharedMessages.heldOut(data.heldOut())).add(data.notes());
            report.add(splitAgain);
            report.tell(CoTrainerNodeFactory.class, out::setWarningMessage);
        });
    }

    private static Map<String, String> described(final CoTrainerNodeParameters parameters, final ViewColumns columns,
        final RoundLearner.Fitted fitted) {
        final var text = new LinkedHashMap<String, String>();
        parameters.describe(columns, text);
        RoundsParameters.describe(fitted.learned(), text);
        return text;
    }
}

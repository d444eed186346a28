package org.fewlabel.nodes.label.cotrainer;

import java.util.ArrayList;
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
import org.fewlabel.table.RoundsTable;
import org.fewlabel.table.Text;
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
        .shortDescription("Lets classifiers teach each other what they are sure of.")
        .fullDescription(
            """
                <p>Trains two classifiers on different columns of the labeled rows (co-training); each teaches the other
                the rows that it is surest of, round by round, and what both say is the result. Where the columns are no
                two views, three classifiers with different draws of the labeled rows do (tri-training). Whether that
                helped is asked of labels that were hidden in turn: if it cannot be told, the result is what one
                classifier with all columns makes of the labeled rows alone, and the message says so.</p>
                <p><b>When to use it.</b> The columns come from two sources, each of which would do on its own if there
                were more labels: pictures and reports, a sender and a text, two instruments. Within a class what the
                one says should tell nothing of the other.</p>
                <p><b>When not.</b> Columns of one source, dealt out into two: they make the same mistakes and teach
                each other nothing. The message warns if the labeled rows say so, or if a view tells nothing by itself.
                Then tri-training, Pseudo-Labeler or Label Propagator is the better choice.</p>
                <p><b>Texts.</b> With the learner <i>Automatic</i>, a view of free texts is learned from by counting
                words. If both views are texts, such as a title and a body, they tell each other of all rows how
                probable each class is (co-EM), whatever the selection; with few labels that is trusted unless the
                labels speak against it.</p>
                <p><b>Input.</b> A missing cell in the label column means unlabeled. Rows that Label Masker held out are
                ignored. If its truth column is there, nothing is learned from it, but the guesses of every round are
                checked against it.</p>
                <p><b>Output.</b> The prediction, its confidence and (if wanted) the probability of every class, and
                what the labeled rows alone give. Given labels are kept; <i>Contradicted</i> is true where what was
                learned from the other labels speaks for another class. The table of rounds has a row for each round, 0
                for the labeled rows alone: how many guesses were learned from, how many are new, other than before, or
                no longer trusted, and the share of hidden labels that is told right. The classifier needs the columns
                of both views.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Few labels", "Rows with features and a label column that is missing in most of them.")
            .addOutputTable("All labels", "The rows with predicted classes, confidences and flags appended.")
            .addOutputPort("Classifier", "Predicts new rows with the node Few-Label Predictor.",
                ClassifierPortObject.TYPE)
            .addOutputTable("Rounds", "A row for each round: what was learned from, and how right it was."))
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
            "Zhou and Li (2005): Tri-Training, Exploiting Unlabeled Data Using Three Classifiers")
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
            final var anew = new org.fewlabel.table.Report();
            final var columns = chosen.among(data, anew);
            final var classes = data.labels().classes();
            final var known = LabelClasses.of(spec.getColumnSpec(parameters.m_label), classes);
            final var truth = TruthColumn.read(table, parameters.m_label, data.labels(), progress.part(0.05, 0.1));
            final var fitted = parameters.method(columns).fit(data.features(), data.labels(), truth,
                Workers.ofMachine(), progress.part(0.1, 0.9));
            final var wanted = parameters.m_learning.wanted();
            out.setOutData(0, GuessedColumns.declare(parameters.m_label, type, known, wanted).append(table,
                new GuessedColumns(type, known, data, fitted, wanted), exec));
            out.setOutData(1,
                new ClassifierPortObject(
                    new ClassifierPortObjectSpec(parameters.m_label, type, classes, data.columns()),
                    fitted.classifier(),
                    Provenance.now(NAME, described(parameters, columns, fitted), data.features().size(),
                        data.labels().labeled().length)));
            out.setOutData(2, RoundsTable.of(fitted, truth.map(Truth::classes).orElse(classes), exec));
            final var notes = new ArrayList<>(fitted.notes());
            if (wanted.everyClass()) {
                notes.addAll(known.notes(parameters.m_label).warnings());
            }
            if (data.heldOut() > 0) {
                notes.add("Not looked at because they are held out: " + Text.count(data.heldOut(), "row")
                    + ". Few-Label Predictor predicts such rows.");
            }
            notes.addAll(data.notes().warnings());
            notes.addAll(anew.warnings());
            Execution.tell(notes, out::setWarningMessage);
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

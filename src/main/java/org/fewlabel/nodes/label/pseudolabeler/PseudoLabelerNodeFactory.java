package org.fewlabel.nodes.label.pseudolabeler;

import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Truth;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.nodes.label.ClassShareParameters;
import org.fewlabel.nodes.label.RoundsParameters;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.port.Provenance;
import org.fewlabel.table.Execution;
import org.fewlabel.table.FeatureChoice;
import org.fewlabel.table.FeatureSetting;
import org.fewlabel.table.GuessedColumns;
import org.fewlabel.table.LabelClasses;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelType;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.RoundsTable;
import org.fewlabel.table.SharedMessages;
import org.fewlabel.table.TruthColumn;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Pseudo-Labeler. */
public final class PseudoLabelerNodeFactory extends DefaultNodeFactory {

    private static final String NAME = "Pseudo-Labeler";

    private static final int GIVEN_PORT = 1;

    private static final DefaultNode NODE = DefaultNode.create()
        .name(NAME)
        .icon("../../../../../icons/pseudo-labeler.png")
        .shortDescription("Trains a classifier on its own confident predictions (self-training).")
        .fullDescription(
            """
                <p>This node trains a classifier on the labeled rows, predicts the unlabeled rows, and trains again with
                the confident predictions as pseudo-labels, round by round (self-training). Whether this helped is
                checked by cross-validation on the given labels. If no improvement is found, the result is the
                classifier trained on the labeled rows only, and the node says so.</p>
                <p><b>When to use it.</b> With about ten labels per class or more, many unlabeled rows, and a base
                learner that suits the table. From 25 labels on, cross-validation can tell whether the rounds help.</p>
                <p><b>When not to use it.</b> With one or two labels per class wrong predictions reinforce themselves;
                Label Propagator makes better use of so few labels. Pseudo-labels cannot discover a class without any
                label.</p>
                <p><b>Input.</b> A missing cell in the label column means unlabeled. Held-out rows (column <i>Role</i>,
                from Label Masker) are ignored; Few-Label Predictor predicts them. If Label Masker's truth column is
                present, it is not used for training; it only serves to report the accuracy of the pseudo-labels of
                every round.</p>
                <p><b>Output.</b> The prediction, its confidence and (optional) class probabilities, and the baseline: a
                classifier trained on the labeled rows only. Given labels are kept. <i>Contradicted</i> is true if the
                classifier learned from the other labels predicts another class for a labeled row. The table of rounds
                has one row per round, where round 0 is the baseline: which model predicted, how many pseudo-labels were
                used and their total weight, how many are new, changed or dropped, the confidence from which a
                pseudo-label has full weight, and the cross-validated accuracy.</p>
                <p><b>Encoder (optional input).</b> Add the port via the three dots on the node. An encoder trained on
                columns of this table by Contrastive Encoder, Masked Encoder or Autoencoder replaces the feature
                selection: the base learner uses its embedding, and a neural network is fine-tuned from it. The
                resulting classifier needs the columns of the encoder.</p>
                <p><b>Classifier (optional input).</b> A classifier with the same classes predicts the pseudo-labels of
                the first round; the base learner learns from the confident ones and predicts from then on. Round 0
                remains the baseline. The given classifier is not evaluated and not part of the result, because it may
                have been trained on the labels used for cross-validation; so may an encoder on their rows. For this
                reason the cross-validated accuracy may be slightly too high: to be sure, hold out rows with Label
                Masker before anything is trained.</p>
                """)
        .sinceVersion(5, 8, 0)
        .dynamicPorts(p -> p
            .addInputPortGroup("Few labels", g -> g.name("Few labels")
                .description("Rows with features and a label column in which most cells are missing.")
                .fixed(BufferedDataTable.TYPE))
            .addInputPortGroup("Classifier or encoder", g -> g.name("Classifier or encoder").description("""
                An encoder whose embedding is used as features, or a classifier that predicts the first pseudo-labels.
                """).optional().supportedTypes(ClassifierPortObject.TYPE, EncoderPortObject.TYPE))
            .addOutputPortGroup("All labels", g -> g.name("All labels")
                .description("The rows with prediction, confidence, class probabilities and baseline appended.")
                .fixed(BufferedDataTable.TYPE))
            .addOutputPortGroup("Classifier", g -> g.name("Classifier")
                .description("Predicts new rows with Few-Label Predictor.").fixed(ClassifierPortObject.TYPE))
            .addOutputPortGroup("Rounds", g -> g.name("Rounds")
                .description("One row per round: the pseudo-labels that were used, and the cross-validated accuracy.")
                .fixed(BufferedDataTable.TYPE)))
        .model(m -> m
            .parametersClass(PseudoLabelerNodeParameters.class)
            .configure(PseudoLabelerNodeFactory::configure)
            .execute(PseudoLabelerNodeFactory::execute))
        .nodeType(NodeType.Learner)
        .keywords("semi-supervised", "self-training", "pseudo-labeling", "pseudo-labels", "expectation maximization",
            "few labels", "unlabeled", "FreeMatch", "SoftMatch")
        .addExternalResource("https://arxiv.org/abs/2205.07246",
            "Wang et al. (2023): FreeMatch: Self-adaptive Thresholding for Semi-supervised Learning")
        .addExternalResource("https://arxiv.org/abs/2301.10921",
            "Chen et al. (2023): SoftMatch: Addressing the Quantity-Quality Trade-off in Semi-supervised Learning")
        .addExternalResource("https://doi.org/10.1023/A:1007692713085",
            "Nigam et al. (2000): Text Classification from Labeled and Unlabeled Documents using EM");

    /** Created by KNIME from plugin.xml. */
    public PseudoLabelerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final PseudoLabelerNodeParameters parameters = in.getParameters();
        final var spec = in.getInTableSpec(0);
        parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
        final var label = LabelColumn.check(spec, parameters.m_label, PseudoLabelerNodeParameters.LABEL_TITLE);
        final var classes = LabelColumn.classes(label).orElse(null);
        final PortObjectSpec given = in.getInPortSpecs().length > GIVEN_PORT ? in.getInPortSpec(GIVEN_PORT) : null;
        final var encoded = GivenPort.check(given, spec, parameters.m_label, classes);
        final var features = encoded.isPresent() ? encoded.get() : features(parameters, spec).columns();
        final var type = LabelType.of(label);
        final var wanted = parameters.m_learning.wanted();
        out.setOutSpec(0, classes == null && wanted.everyClass() ? null
            : GuessedColumns.declare(parameters.m_label, type,
                classes == null ? null : LabelClasses.announced(classes), wanted).spec(spec));
        if (classes != null) {
            ClassShareParameters.check(parameters.priors(), classes);
        }
        out.setOutSpec(1, ClassifierPortObjectSpec.announced(parameters.m_label, type, classes, features));
        out.setOutSpec(2, RoundsTable.spec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final PseudoLabelerNodeParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final var table = in.getInTable(0);
            final var spec = table.getDataTableSpec();
            parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
            final var type = LabelType.of(
                LabelColumn.check(spec, parameters.m_label, PseudoLabelerNodeParameters.LABEL_TITLE));
            final PortObject given = in.getInPortObjects().length > GIVEN_PORT ? in.getInPortObject(GIVEN_PORT) : null;
            final var encoded = GivenPort.check(given == null ? null : given.getSpec(), spec, parameters.m_label, null);
            final var data = encoded.isPresent()
                ? LearningTable.readAll(table, parameters.m_label, encoded.get(), progress.part(0, 0.05))
                : LearningTable.read(table, parameters.m_label, features(parameters, spec), parameters.m_texts,
                    progress.part(0, 0.05)).hashed(parameters.m_hashed);
            final var classes = data.labels().classes();
            final var known = LabelClasses.of(spec.getColumnSpec(parameters.m_label), classes);
            ClassShareParameters.check(parameters.priors(), classes);
            final var truth = TruthColumn.read(table, parameters.m_label, data.labels(), progress.part(0.05, 0.1));
            final var beginning = GivenPort.beginning(given, table, parameters.m_label, progress.part(0.1, 0.12));
            final var fitted = parameters.method().fit(beginning, data.features(), data.labels(), truth,
                Workers.ofMachine(), progress.part(0.12, 0.9));
            final var wanted = parameters.m_learning.wanted();
            out.setOutData(0, GuessedColumns.declare(parameters.m_label, type, known, wanted).append(table,
                new GuessedColumns(type, known, data, fitted, wanted), exec));
            final var report = PseudoLabelerMessages.of(fitted);
            out.setOutData(1,
                new ClassifierPortObject(
                    new ClassifierPortObjectSpec(parameters.m_label, type, classes, data.columns()),
                    fitted.classifier(),
                    Provenance.now(NAME, described(parameters, given, fitted), data.features().size(),
                        data.labels().labeled().length).with(report.sentences())));
            out.setOutData(2, RoundsTable.of(fitted, truth.map(Truth::classes).orElse(classes), exec));
            if (wanted.everyClass()) {
                report.add(known.notes(parameters.m_label));
            }
            report.add(SharedMessages.heldOut(data.heldOut())).add(data.notes());
            report.tell(PseudoLabelerNodeFactory.class, out::setWarningMessage);
        });
    }

    private static FeatureChoice features(final PseudoLabelerNodeParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        return FeatureSetting.LEARNED.choose(spec, parameters.m_features, parameters.m_label);
    }

    private static Map<String, String> described(final PseudoLabelerNodeParameters parameters, final PortObject given,
        final RoundLearner.Fitted fitted) {
        final var text = new LinkedHashMap<String, String>();
        text.put("Classifier or encoder", given == null ? "none" : given.getSummary());
        parameters.describe(text);
        RoundsParameters.describe(fitted.learned(), text);
        return text;
    }
}

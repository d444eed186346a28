package org.fewlabel.nodes.label.consistencylearner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.learn.consistency.ConsistencyLearner;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.nodes.label.ClassShareParameters;
import org.fewlabel.port.ClassifierPortObject;
import org.fewlabel.port.ClassifierPortObjectSpec;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.port.EncoderPortObjectSpec;
import org.fewlabel.port.PretextPortObject;
import org.fewlabel.port.PretextPortObjectSpec;
import org.fewlabel.port.Provenance;
import org.fewlabel.table.Execution;
import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.FittedColumns;
import org.fewlabel.table.HistoryTable;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.LabelType;
import org.fewlabel.table.LearningTable;
import org.fewlabel.table.SharedMessages;
import org.fewlabel.table.TruthColumn;
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

/** The node Consistency Learner. */
public final class ConsistencyLearnerNodeFactory extends DefaultNodeFactory {

    private static final String NAME = "Consistency Learner";

    private static final String TASK = "pretext task";

    private static final String ENCODER = "encoder";

    /** The index of the encoder among the data inputs, if the user has added its port. */
    private static final int ENCODER_PORT = 2;

    private static final DefaultNode NODE = DefaultNode.create()
        .name(NAME)
        .icon("../../../../../icons/consistency-learner.png")
        .shortDescription("Trains a neural network with consistency regularization on few labels.")
        .fullDescription(
            """
                <p>This node trains a neural network on the labeled rows and, at the same time, on all rows: the
                prediction for a slightly changed or unchanged row must also hold for a <i>strong view</i> of that row,
                in which a pretext task has changed many cells. In this way the unlabeled rows show which differences do
                not matter. The resulting classifier uses the moving average of the network's weights.</p>
                <p><b>When to use it.</b> With about four labels per class or more, many unlabeled rows, and redundant
                columns, so that a row is still recognizable if some are changed. An encoder often helps: add the
                optional third input port via the three dots on the node, and connect an encoder that Contrastive
                Encoder, Masked Encoder or Autoencoder has trained on the same columns. The network is then fine-tuned
                from the encoder; with <i>Freeze encoder (train classifier only)</i> only its classification layer is
                trained.</p>
                <p><b>When not to use it.</b> With one or two labels per class Label Propagator is faster and usually
                better. On small tables with a dozen well-chosen columns logistic regression on the labeled rows only is
                often as good: compare on held-out rows, or use Which Is Better?</p>
                <p><b>Input.</b> The columns of the pretext task are used; all others are ignored. A missing cell in the
                label column means unlabeled. Held-out rows (column <i>Role</i>, from Label Masker) are ignored;
                Few-Label Predictor predicts them. If Label Masker's truth column is present, it is not used for
                training; it only serves to report the accuracy of the pseudo-labels of every epoch.</p>
                <p><b>Output.</b> A classifier for Few-Label Predictor, and the training history: the loss on the
                labeled rows, the consistency loss, the mean weight of the unlabeled rows, and the accuracy of their
                pseudo-labels. All epochs are run, because with few labels none can be set aside for early stopping. The
                same rows, settings and seed give the same classifier.</p>
                """)
        .sinceVersion(5, 8, 0)
        .dynamicPorts(p -> p
            .addInputPortGroup("Few labels", g -> g.name("Few labels").description("""
                Rows with the columns of the pretext task, and a label column in which most cells are missing.
                """).fixed(BufferedDataTable.TYPE))
            .addInputPortGroup("Pretext task", g -> g.name("Pretext task")
                .description("How strong views are made, from Pretext Generator.").fixed(PretextPortObject.TYPE))
            .addInputPortGroup("Encoder", g -> g.name("Encoder")
                .description(
                    "The encoder to fine-tune, trained on the same columns. Without it, training starts from scratch.")
                .optional().supportedTypes(EncoderPortObject.TYPE))
            .addOutputPortGroup("Classifier", g -> g.name("Classifier")
                .description("Predicts new rows with Few-Label Predictor.").fixed(ClassifierPortObject.TYPE))
            .addOutputPortGroup("History", g -> g.name("History")
                .description("Losses, pseudo-labels and learning rate of each epoch, for a line plot.")
                .fixed(BufferedDataTable.TYPE)))
        .model(m -> m
            .parametersClass(ConsistencyLearnerNodeParameters.class)
            .configure(ConsistencyLearnerNodeFactory::configure)
            .execute(ConsistencyLearnerNodeFactory::execute))
        .nodeType(NodeType.Learner)
        .keywords("semi-supervised", "consistency regularization", "FixMatch", "SoftMatch", "AdaMatch", "Mean Teacher",
            "VAT",
            "Pi-model", "fine-tuning", "few labels", "unlabeled", "deep learning")
        .addExternalResource("https://arxiv.org/abs/2001.07685",
            "Sohn et al. (2020): FixMatch: Simplifying Semi-Supervised Learning with Consistency and Confidence")
        .addExternalResource("https://arxiv.org/abs/2301.10921",
            "Chen et al. (2023): SoftMatch: Addressing the Quantity-Quality Trade-off in Semi-supervised Learning")
        .addExternalResource("https://arxiv.org/abs/2106.04732",
            "Berthelot et al. (2022): AdaMatch: A Unified Approach to Semi-Supervised Learning and Domain Adaptation")
        .addExternalResource("https://arxiv.org/abs/1703.01780",
            """
                Tarvainen and Valpola (2017): Mean teachers are better role models: Weight-averaged consistency targets
                improve
                semi-supervised deep learning results""")
        .addExternalResource("https://arxiv.org/abs/1704.03976",
            """
                Miyato et al. (2018): Virtual Adversarial Training: A Regularization Method for Supervised and
                Semi-Supervised
                Learning""")
        .addExternalResource("https://arxiv.org/abs/1610.02242",
            "Laine and Aila (2017): Temporal Ensembling for Semi-Supervised Learning");

    /** Created by KNIME from plugin.xml. */
    public ConsistencyLearnerNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ConsistencyLearnerNodeParameters parameters = in.getParameters();
        parameters.m_label = LabelColumn.orGuess(in.getInTableSpec(0), parameters.m_label);
        final var label = LabelColumn.check(in.getInTableSpec(0), parameters.m_label,
            ConsistencyLearnerNodeParameters.LABEL_TITLE);
        final EncoderPortObjectSpec encoder = in.getInPortSpecs().length > ENCODER_PORT ? in.getInPortSpec(ENCODER_PORT)
            : null;
        final var features = features(in.getInTableSpec(0), parameters.m_label, in.getInPortSpec(1), encoder);
        final var classes = LabelColumn.classes(label).orElse(null);
        if (classes != null) {
            ClassShareParameters.check(parameters.priors(), classes);
        }
        out.setOutSpec(0,
            ClassifierPortObjectSpec.announced(parameters.m_label, LabelType.of(label), classes, features));
        out.setOutSpec(1, HistoryTable.consistencySpec());
    }

    /** The features: the columns of the encoder, if there is one, in its order. */
    private static List<FeatureColumn> features(final DataTableSpec table, final String label,
        final PretextPortObjectSpec task, final EncoderPortObjectSpec encoder) throws InvalidSettingsException {
        checkNoLabel(task.features(), label, TASK);
        if (task.complete()) {
            FittedColumns.check(task.features(), table, TASK);
        }
        if (encoder == null) {
            return task.features();
        }
        checkNoLabel(encoder.features(), label, ENCODER);
        if (encoder.trained()) {
            FittedColumns.check(encoder.features(), table, ENCODER);
        }
        if (encoder.trained() && task.complete()) {
            FittedColumns.checkSame(task.features(), TASK, encoder.features(), ENCODER);
        }
        return encoder.features();
    }

    private static void checkNoLabel(final List<FeatureColumn> columns, final String label, final String model)
        throws InvalidSettingsException {
        if (columns.stream().anyMatch(column -> column.name().equals(label))) {
            throw new InvalidSettingsException("The " + model + " was made with the label column \"" + label
                + "\" among its columns, which new rows do not have. Leave it out there, or choose another label "
                + "column.");
        }
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final ConsistencyLearnerNodeParameters parameters = in.getParameters();
            final PretextPortObject pretext = in.getInPortObject(1);
            final EncoderPortObject encoder = in.getInPortObjects().length > ENCODER_PORT
                ? in.getInPortObject(ENCODER_PORT) : null;
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final var table = in.getInTable(0);
            final var spec = table.getDataTableSpec();
            parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
            final var type = LabelType.of(
                LabelColumn.check(spec, parameters.m_label, ConsistencyLearnerNodeParameters.LABEL_TITLE));
            final var features = features(spec, parameters.m_label, pretext.getSpec(),
                encoder == null ? null : encoder.getSpec());
            final var data = LearningTable.readAll(table, parameters.m_label, features, progress.part(0, 0.03));
            final var labels = data.labels();
            ClassShareParameters.check(parameters.priors(), labels.classes());
            final var truth = TruthColumn.read(table, parameters.m_label, labels, progress.part(0.03, 0.05))
                .map(known -> new Labels(known.codes(), known.classes())).orElse(null);
            final var engine = Engines.open(progress.part(0.05, 0.1));
            final var learner = new ConsistencyLearner(parameters.method(), pretext.task(), parameters.settings());
            final var learning = progress.part(0.1, 1);
            final var learned = encoder == null
                ? learner.fromScratch(parameters.m_training.network(), data.features(), labels, truth, engine, learning)
                : learner.fit(encoder.encoder(), data.features(), labels, truth, engine, learning);
            final var notes = ConsistencyLearnerMessages.of(learned);
            out.setOutData(0, new ClassifierPortObject(
                new ClassifierPortObjectSpec(parameters.m_label, type, labels.classes(), features),
                new FewLabelClassifier(learned.classifier()),
                Provenance.now(NAME, described(parameters, pretext, encoder),
                    labels.size(), labels.labeled().length, learned.device()).with(notes.sentences())));
            out.setOutData(1, HistoryTable.of(learned, exec));
            if (encoder == null && parameters.m_training.m_freeze) {
                notes.add(ConsistencyLearnerMessages.nothingToFreeze());
            }
            notes.add(SharedMessages.heldOut(data.heldOut())).add(data.notes())
                .tell(ConsistencyLearnerNodeFactory.class, out::setWarningMessage);
        });
    }

    private static Map<String, String> described(final ConsistencyLearnerNodeParameters parameters,
        final PretextPortObject pretext, final EncoderPortObject encoder) {
        final var text = new LinkedHashMap<String, String>();
        text.put("Pretext task", pretext.getSummary());
        text.put("Encoder", encoder == null ? "none" : encoder.getSummary());
        parameters.describe(text, encoder != null);
        return text;
    }
}

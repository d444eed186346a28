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

    /** Where the encoder is among the data inputs, if the user has added its port. */
    private static final int ENCODER_PORT = 2;

    private static final DefaultNode NODE = DefaultNode.create()
        .name(NAME)
        .icon("../../../../../icons/consistency-learner.png")
        .shortDescription("Trains a network that says the same of a row and of its views, from few labels.")
        .fullDescription(
            """
                <p>Trains a neural network on the labeled rows, and at the same time on all rows: what it says of a row
                that is hardly changed, or not at all, it must also say of a <i>strong view</i> of that row, in which a
                pretext task has changed many cells. So the unlabeled rows teach it which differences do not matter. The
                result has the moving average of the network's weights over the training.</p>
                <p><b>When to use it.</b> Some four labels per class or more, many unlabeled rows, and columns of which
                a row can lose some and still be told. It gains from an encoder: add the third input with the three dots
                at the node, and connect one that Contrastive Encoder, Masked Encoder or Autoencoder has trained on the
                same columns. The network then goes on from there (fine-tuning), or learns no more than the layer for
                the classes (<i>Freeze the encoder</i>).</p>
                <p><b>When not.</b> With one or two labels per class Label Propagator is quicker and mostly better. On
                small tables of a dozen well-chosen columns logistic regression on the labeled rows alone is often as
                good: compare on rows that were held out, or ask Which Is Better?</p>
                <p><b>Input.</b> The columns are those of the pretext task; others are not looked at. A missing cell in
                the label column means unlabeled. Rows that Label Masker held out are ignored. If its truth column is
                there, nothing is learned from it, but the history says how many of the targets were right.</p>
                <p><b>Output.</b> A classifier for Few-Label Predictor, and the history of the training, epoch by epoch:
                the loss of the labeled rows, that of the views, how much the unlabeled rows counted, and what share of
                their targets was right. All epochs are gone through; few labels are too few to hold any out. Equal
                rows, settings and seed give the same classifier.</p>
                """)
        .sinceVersion(5, 8, 0)
        .dynamicPorts(p -> p
            .addInputPortGroup("Few labels", g -> g.name("Few labels").description("""
                Rows with the columns that the task was made for, and a label column that is missing in most of them.
                """).fixed(BufferedDataTable.TYPE))
            .addInputPortGroup("Pretext task", g -> g.name("Pretext task")
                .description("How strong views are made, from Pretext Generator.").fixed(PretextPortObject.TYPE))
            .addInputPortGroup("Encoder", g -> g.name("Encoder")
                .description(
                    "What to begin with, trained on the same columns. Without it the network begins from scratch.")
                .optional().supportedTypes(EncoderPortObject.TYPE))
            .addOutputPortGroup("Classifier", g -> g.name("Classifier")
                .description("Predicts new rows with the node Few-Label Predictor.").fixed(ClassifierPortObject.TYPE))
            .addOutputPortGroup("History", g -> g.name("History")
                .description("Losses, targets and learning rate, epoch by epoch. Plot them as lines over the epoch.")
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

    /** What is learned from: the columns of the encoder, if there is one, in its order. */
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
            out.setOutData(0, new ClassifierPortObject(
                new ClassifierPortObjectSpec(parameters.m_label, type, labels.classes(), features),
                new FewLabelClassifier(learned.classifier()),
                Provenance.now(NAME, described(parameters, pretext, encoder),
                    labels.size(), labels.labeled().length, learned.device())));
            out.setOutData(1, HistoryTable.of(learned, exec));
            final var notes = ConsistencyLearnerMessages.of(learned);
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

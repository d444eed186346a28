package org.fewlabel.nodes.encode.contrastiveencoder;

import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.learn.encode.ContrastiveEncoder;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.port.EncoderPortObjectSpec;
import org.fewlabel.port.PretextPortObject;
import org.fewlabel.port.PretextPortObjectSpec;
import org.fewlabel.table.Execution;
import org.fewlabel.table.FeatureTable;
import org.fewlabel.table.FittedColumns;
import org.fewlabel.table.HistoryTable;
import org.fewlabel.table.TrainingMessages;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Contrastive Encoder. */
public final class ContrastiveEncoderNodeFactory extends DefaultNodeFactory {

    private static final String NAME = "Contrastive Encoder";

    private static final String TASK = "pretext task";

    private static final DefaultNode NODE = DefaultNode.create()
        .name(NAME)
        .icon("../../../../../icons/contrastive-encoder.png")
        .shortDescription("Trains an encoder without labels by contrastive learning.")
        .fullDescription(
            """
                <p>This node trains a neural network without labels that turns each row into a short vector, its
                <i>embedding</i>. Two views of the same row are pulled together, views of different rows are pushed
                apart; the views are made by a pretext task, such as replacing most cells with values of other rows.
                Rows of one class usually end up close to each other, so that few labels are worth more than on the
                original columns.</p>
                <p><b>When to use it.</b> With many rows, few labels and dependent columns: measurements of one object,
                answers of one person, pixels of one image. A few hundred rows are the minimum.</p>
                <p><b>When not to use it.</b> On small tables with a dozen well-chosen columns the original columns are
                often as good. Use Encoder Check before you build on the embedding.</p>
                <p><b>Input.</b> The columns of the pretext task are used; all others are ignored. Missing cells are
                allowed: the network sees them as a state of their own. Held-out rows (column <i>Role</i>, from Label
                Masker) are ignored.</p>
                <p><b>Output.</b> The encoder, which can be saved or used with Encoder Apply, and the training history.
                Training stops early when the validation loss, measured on rows that are set aside, no longer improves.
                The same rows, settings and seed give the same encoder.</p>
                <p><b>Texts.</b> If the task masks words, a small transformer reads the texts. The two views are parts
                of a text with some words removed, and differ in the dropout of the network, too (SimCSE).</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Rows", "All rows, labeled and unlabeled, with the columns of the pretext task.")
            .addInputPort("Pretext task", "How views of a row are made, from Pretext Generator.",
                PretextPortObject.TYPE)
            .addOutputPort("Encoder", "Computes embeddings of rows with Encoder Apply.",
                EncoderPortObject.TYPE)
            .addOutputTable("History", "Losses and learning rate of each epoch, for a line plot."))
        .model(m -> m
            .parametersClass(ContrastiveEncoderNodeParameters.class)
            .configure(ContrastiveEncoderNodeFactory::configure)
            .execute(ContrastiveEncoderNodeFactory::execute))
        .nodeType(NodeType.Learner)
        .keywords("self-supervised", "contrastive learning", "SCARF", "SimCLR", "NT-Xent", "Barlow Twins", "VICReg",
            "embedding",
            "representation learning", "deep learning")
        .addExternalResource("https://arxiv.org/abs/2106.15147",
            "Bahri et al. (2022): SCARF: Self-Supervised Contrastive Learning using Random Feature Corruption")
        .addExternalResource("https://arxiv.org/abs/2002.05709",
            "Chen et al. (2020): A Simple Framework for Contrastive Learning of Visual Representations")
        .addExternalResource("https://arxiv.org/abs/2103.03230",
            "Zbontar et al. (2021): Barlow Twins: Self-Supervised Learning via Redundancy Reduction")
        .addExternalResource("https://arxiv.org/abs/2105.04906",
            "Bardes et al. (2022): VICReg: Variance-Invariance-Covariance Regularization for Self-Supervised Learning");

    /** Created by KNIME from plugin.xml. */
    public ContrastiveEncoderNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ContrastiveEncoderNodeParameters parameters = in.getParameters();
        final PretextPortObjectSpec task = in.getInPortSpec(1);
        if (task.complete()) {
            FittedColumns.check(task.features(), in.getInTableSpec(0), TASK);
        }
        out.setOutSpec(0,
            new EncoderPortObjectSpec(ContrastiveEncoder.KIND, parameters.m_training.architecture().dimensions(),
                false, task.features(), false));
        out.setOutSpec(1, HistoryTable.spec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final ContrastiveEncoderNodeParameters parameters = in.getParameters();
            final PretextPortObject pretext = in.getInPortObject(1);
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final var table = in.getInTable(0);
            final var features = pretext.getSpec().features();
            FittedColumns.check(features, table.getDataTableSpec(), TASK);
            final var data = FeatureTable.read(table, features, progress.part(0, 0.05));
            final var engine = Engines.open(progress.part(0.05, 0.1));
            final var fitted = new ContrastiveEncoder(pretext.task(), parameters.loss(),
                parameters.m_training.settings())
                .fit(data.features(), engine, progress.part(0.1, 1));
            out.setOutData(0, EncoderPortObject.of(fitted, NAME, described(parameters, pretext), features,
                data.features().size()));
            out.setOutData(1, HistoryTable.of(fitted.training(), exec));
            TrainingMessages.encoder(fitted).add(parameters.m_training.notes(data.features().size()))
                .add(data.notes()).tell(ContrastiveEncoderNodeFactory.class, out::setWarningMessage);
        });
    }

    private static Map<String, String> described(final ContrastiveEncoderNodeParameters parameters,
        final PretextPortObject pretext)
        throws InvalidSettingsException {
        final var text = new LinkedHashMap<String, String>();
        text.put("Pretext task", pretext.getSummary());
        parameters.describe(text);
        return text;
    }
}

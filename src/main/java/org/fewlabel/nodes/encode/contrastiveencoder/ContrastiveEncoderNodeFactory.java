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
        .shortDescription("Learns without labels to know a row again from two views of it.")
        .fullDescription(
            """
                <p>Trains a neural network that turns each row into a short vector, its <i>embedding</i>, so that two
                views of one row lie close together and those of different rows lie apart. The views are made by a
                pretext task, such as exchanging most cells with those of other rows. No label is needed. Rows of one
                class usually end up close to each other, so that a few labels go further there than in the raw
                columns.</p>
                <p>If the task masks words, a small transformer reads texts, and the views are two parts of a text, each
                without some of its words; its own dropout differs between them too (SimCSE).</p>
                <p><b>When to use it.</b> You have many rows, few labels, and columns that hang together: measurements
                of one object, answers of one person, pixels of one image. A few hundred rows are the least that it
                makes sense with.</p>
                <p><b>When not.</b> On small tables of a dozen well-chosen columns the raw columns are often as good.
                Let Encoder Check say which are better, before you build on the embedding.</p>
                <p><b>Input.</b> The columns are those of the pretext task; others are not looked at. Missing cells are
                a state that the network sees. Rows that Label Masker held out are ignored.</p>
                <p><b>Output.</b> The encoder, to be saved or applied with Encoder Apply, and the history of its
                training. Training ends when the loss of held-out rows no longer falls. Equal rows, settings and seed
                give the same encoder.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Rows", "All rows, labeled or not, with the columns that the task was made for.")
            .addInputPort("Pretext task", "What is done to rows, from Pretext Generator.", PretextPortObject.TYPE)
            .addOutputPort("Encoder", "Gives the embedding of rows, with the node Encoder Apply.",
                EncoderPortObject.TYPE)
            .addOutputTable("History", "Losses and learning rate, epoch by epoch. Plot them as lines over the epoch."))
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

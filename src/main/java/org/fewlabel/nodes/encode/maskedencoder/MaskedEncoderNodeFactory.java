package org.fewlabel.nodes.encode.maskedencoder;

import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.learn.encode.MaskedEncoder;
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

/** The node Masked Encoder. */
public final class MaskedEncoderNodeFactory extends DefaultNodeFactory {

    private static final String NAME = "Masked Encoder";

    private static final String TASK = "pretext task";

    private static final DefaultNode NODE = DefaultNode.create()
        .name(NAME)
        .icon("../../../../../icons/masked-encoder.png")
        .shortDescription("Trains an encoder without labels to detect and reconstruct changed cells.")
        .fullDescription(
            """
                <p>This node trains a neural network without labels on rows in which some cells were changed: it learns
                to detect which cells were changed and to reconstruct their original values (VIME). To do so it has to
                learn how the columns depend on each other. The result is an encoder that turns each row into a short
                vector, its <i>embedding</i>.</p>
                <p><b>When to use it.</b> With many rows, few labels, and columns that can be predicted from each other.
                Also to find outliers: Encoder Apply can append the reconstruction error of each row.</p>
                <p><b>When not to use it.</b> If the columns are independent of each other, there is nothing to learn.
                Use Encoder Check before you build on the embedding. A few thousand short texts are little data for a
                language model: word counts, which Pseudo-Labeler and Label Propagator use, are often better.</p>
                <p><b>Input.</b> The columns of the pretext task are used; all others are ignored. Missing cells are
                allowed: the network sees them as a state of their own and is not trained to reconstruct them. Held-out
                rows (column <i>Role</i>, from Label Masker) are ignored.</p>
                <p><b>Output.</b> The encoder, which can be saved or used with Encoder Apply, and the training history.
                Training stops early when the validation loss, measured on rows that are set aside, no longer improves.
                The same rows, settings and seed give the same encoder.</p>
                <p><b>Texts.</b> If the task masks words, a small transformer reads the texts: 15 % of the word pieces
                are masked or replaced, and the network predicts the original ones (masked language modeling, as in
                BERT). Nothing is downloaded; vocabulary and network are learned from your texts. At most the first 128
                word pieces of a text are used; the message says how many texts are longer. The embedding is the mean
                over the word pieces.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Rows", "All rows, labeled and unlabeled, with the columns of the pretext task.")
            .addInputPort("Pretext task", "How rows are changed, from Pretext Generator.", PretextPortObject.TYPE)
            .addOutputPort("Encoder", "Computes embeddings of rows with Encoder Apply.",
                EncoderPortObject.TYPE)
            .addOutputTable("History", "Losses and learning rate of each epoch, for a line plot."))
        .model(m -> m
            .parametersClass(MaskedEncoderNodeParameters.class)
            .configure(MaskedEncoderNodeFactory::configure)
            .execute(MaskedEncoderNodeFactory::execute))
        .nodeType(NodeType.Learner)
        .keywords("self-supervised", "masked modeling", "masked language model", "BERT", "transformer", "VIME",
            "imputation", "embedding", "representation learning", "deep learning")
        .addExternalResource(
            "https://proceedings.neurips.cc/paper/2020/hash/7d97667a3e056acab9aaf653807b4a03-Abstract.html",
            "Yoon et al. (2020): VIME: Extending the Success of Self- and Semi-supervised Learning to Tabular Domain")
        .addExternalResource("https://aclanthology.org/N19-1423/",
            "Devlin et al. (2019): BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding");

    /** Created by KNIME from plugin.xml. */
    public MaskedEncoderNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MaskedEncoderNodeParameters parameters = in.getParameters();
        final PretextPortObjectSpec task = in.getInPortSpec(1);
        if (task.complete()) {
            FittedColumns.check(task.features(), in.getInTableSpec(0), TASK);
        }
        final var dimensions = parameters.m_training.architecture().dimensions();
        // the task, and whether there is a reconstruction error, may be known only during execution
        out.setOutSpec(0, task.kind() == null
            ? EncoderPortObjectSpec.open(MaskedEncoder.KIND, dimensions, task.features())
            : new EncoderPortObjectSpec(MaskedEncoder.KIND, dimensions, MaskedEncoder.reconstructs(task.kind()),
                task.features(), false));
        out.setOutSpec(1, HistoryTable.spec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final MaskedEncoderNodeParameters parameters = in.getParameters();
            final PretextPortObject pretext = in.getInPortObject(1);
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final var table = in.getInTable(0);
            final var features = pretext.getSpec().features();
            FittedColumns.check(features, table.getDataTableSpec(), TASK);
            final var data = FeatureTable.read(table, features, progress.part(0, 0.05));
            final var engine = Engines.open(progress.part(0.05, 0.1));
            final var fitted = new MaskedEncoder(pretext.task(), parameters.m_reconstruct,
                parameters.m_training.settings())
                .fit(data.features(), engine, progress.part(0.1, 1));
            out.setOutData(0, EncoderPortObject.of(fitted, NAME, described(parameters, pretext), features,
                data.features().size()));
            out.setOutData(1, HistoryTable.of(fitted.training(), exec));
            TrainingMessages.encoder(fitted).add(parameters.m_training.notes(data.features().size()))
                .add(data.notes()).tell(MaskedEncoderNodeFactory.class, out::setWarningMessage);
        });
    }

    private static Map<String, String> described(final MaskedEncoderNodeParameters parameters,
        final PretextPortObject pretext)
        throws InvalidSettingsException {
        final var text = new LinkedHashMap<String, String>();
        text.put("Pretext task", pretext.getSummary());
        text.put(MaskedEncoderNodeParameters.WEIGHT_TITLE, Double.toString(parameters.m_reconstruct));
        parameters.m_training.describe(text);
        return text;
    }
}

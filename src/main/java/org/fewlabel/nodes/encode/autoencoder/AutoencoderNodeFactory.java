package org.fewlabel.nodes.encode.autoencoder;

import java.util.LinkedHashMap;
import java.util.Map;

import org.fewlabel.learn.encode.Autoencoder;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.port.EncoderPortObjectSpec;
import org.fewlabel.table.Execution;
import org.fewlabel.table.FeatureTable;
import org.fewlabel.table.Features;
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

/** The node Autoencoder. */
public final class AutoencoderNodeFactory extends DefaultNodeFactory {

    private static final String NAME = "Autoencoder";

    private static final DefaultNode NODE = DefaultNode.create()
        .name(NAME)
        .icon("../../../../../icons/autoencoder.png")
        .shortDescription("Trains a denoising or variational autoencoder without labels.")
        .fullDescription(
            """
                <p>This node trains two neural networks without labels: an encoder that compresses each row into a short
                vector, its <i>embedding</i>, and a decoder that reconstructs the row from it. The embedding keeps the
                main variation of the rows; noise does not fit in. Denoising and variational autoencoders are
                available.</p>
                <p><b>When to use it.</b> To reduce many correlated columns to a few before learning from few labels.
                Also to find outliers: Encoder Apply can append the reconstruction error of each row.</p>
                <p><b>When not to use it.</b> The largest variation in the data is not necessarily what distinguishes
                the classes; Contrastive Encoder is often better for classification. Use Encoder Check before you build
                on the embedding.</p>
                <p><b>Input.</b> Numbers, categories, booleans, bit vectors, vectors and images. Missing cells are
                allowed: the network sees them as a state of their own and is not trained to reconstruct them. A label
                column is not used. Held-out rows (column <i>Role</i>, from Label Masker) are ignored.</p>
                <p><b>Output.</b> The encoder, which can be saved or used with Encoder Apply, and the training history.
                Training stops early when the validation loss, measured on rows that are set aside, no longer improves.
                The same rows, settings and seed give the same encoder.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Rows", "All rows, labeled and unlabeled.")
            .addOutputPort("Encoder", "Computes embeddings of rows with Encoder Apply.",
                EncoderPortObject.TYPE)
            .addOutputTable("History", "Losses and learning rate of each epoch, for a line plot."))
        .model(m -> m
            .parametersClass(AutoencoderNodeParameters.class)
            .configure(AutoencoderNodeFactory::configure)
            .execute(AutoencoderNodeFactory::execute))
        .nodeType(NodeType.Learner)
        .keywords("self-supervised", "denoising autoencoder", "variational autoencoder", "VAE", "anomaly detection",
            "dimension reduction", "embedding", "representation learning", "deep learning")
        .addExternalResource("https://doi.org/10.1145/1390156.1390294",
            "Vincent et al. (2008): Extracting and Composing Robust Features with Denoising Autoencoders")
        .addExternalResource("https://arxiv.org/abs/1312.6114",
            "Kingma and Welling (2014): Auto-Encoding Variational Bayes");

    /** Created by KNIME from plugin.xml. */
    public AutoencoderNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final AutoencoderNodeParameters parameters = in.getParameters();
        out.setOutSpec(0, new EncoderPortObjectSpec(Autoencoder.KIND, parameters.m_training.architecture().dimensions(),
            true, parameters.m_columns.choose(in.getInTableSpec(0)).columns(), false));
        out.setOutSpec(1, HistoryTable.spec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final AutoencoderNodeParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final var table = in.getInTable(0);
            final var data = FeatureTable.screened(table, parameters.m_columns.choose(table.getDataTableSpec()),
                parameters.m_columns.texts(), progress.part(0, 0.05));
            final var engine = Engines.open(progress.part(0.05, 0.1));
            final var fitted = parameters.learner().fit(data.features(), engine, progress.part(0.1, 1));
            out.setOutData(0, EncoderPortObject.of(fitted, NAME, described(parameters), data.columns(),
                data.features().size()));
            out.setOutData(1, HistoryTable.of(fitted.training(), exec));
            TrainingMessages.encoder(fitted).add(TrainingMessages.columns(data.columns()))
                .add(parameters.m_columns.notes()).add(parameters.m_training.notes(data.features().size()))
                .add(data.notes()).tell(AutoencoderNodeFactory.class, out::setWarningMessage);
        });
    }

    private static Map<String, String> described(final AutoencoderNodeParameters parameters)
        throws InvalidSettingsException {
        final var text = new LinkedHashMap<String, String>();
        parameters.describe(text);
        return text;
    }
}

package org.fewlabel.nodes.encode.maskedencoder;

import java.util.ArrayList;
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
        .shortDescription("Learns without labels to find out what was changed in a row, and what stood there.")
        .fullDescription(
            """
                <p>Trains a neural network on rows in which some cells were changed: it has to say which ones, and what
                stood there before (VIME). To do so it must learn how the columns depend on each other, and the short
                vector by which it describes a row, its <i>embedding</i>, says what matters about it. No label is
                needed.</p>
                <p>If the task masks words, a small transformer reads texts instead: 15 % of the pieces of words are
                hidden or exchanged, and it has to say what stood there (masked language modeling, as in BERT). Nothing
                is downloaded; the vocabulary and all that it knows of the language it learns from your texts. It looks
                at the first 128 pieces of a text at most; the message says if texts are longer. Its embedding is the
                mean over the pieces.</p>
                <p><b>When to use it.</b> You have many rows, few labels, and columns that can be guessed from each
                other. Also to find rows that do not fit: Encoder Apply can append how badly each row is
                reconstructed.</p>
                <p><b>When not.</b> If the columns have nothing to do with each other, there is nothing to guess. Let
                Encoder Check say whether the embedding is better than the raw columns, before you build on it. A few
                thousand short texts are little to learn a language from: counting words, as Pseudo-Labeler and Label
                Propagator do, often tells more.</p>
                <p><b>Input.</b> The columns are those of the pretext task; others are not looked at. Cells that are
                missing in the table are a state that the network sees, and are never asked for. Rows that Label Masker
                held out are ignored.</p>
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
        // which task it is may be known only when the cells were looked at, and so what the encoder can tell
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
            final var notes = new ArrayList<>(fitted.notes());
            notes.addAll(parameters.m_training.notes(data.features().size()));
            notes.addAll(data.notes());
            Execution.tell(notes, out::setWarningMessage);
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

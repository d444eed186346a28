package org.fewlabel.nodes.encode.encodercheck;


import org.fewlabel.device.Workers;
import org.fewlabel.learn.probe.EncoderCheck;
import org.fewlabel.table.CheckedColumns;
import org.fewlabel.table.CheckedTable;
import org.fewlabel.table.Execution;
import org.fewlabel.table.LabelColumn;
import org.fewlabel.table.QualityTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Encoder Check. */
public final class EncoderCheckNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create()
        .name("Encoder Check")
        .icon("../../../../../icons/encoder-check.png")
        .shortDescription("Says whether an embedding tells the classes better than the raw columns do.")
        .fullDescription(
            """
                <p>Judges an embedding by the labels that there are, and the raw columns by the same: how often the
                nearest neighbors and a linear classifier are right about labeled rows whose label they were not told
                (cross-validation), with intervals and a verdict in words. And it looks at how the embedding uses its
                dimensions: an encoder that has collapsed gives nearly the same vector to all rows.</p>
                <p><b>When to use it.</b> After Encoder Apply and before you build on the embedding. With a handful of
                labels the intervals are wide, and the verdict says so; still it shows a collapse, and an encoder that
                is far off.</p>
                <p><b>When not.</b> To score predictions: that is what Few-Label Scorer does.</p>
                <ul>
                <li><b>Nearest neighbors</b>: the 5 nearest labeled rows vote.</li>
                <li><b>Linear probe</b>: logistic regression on the labeled rows.</li>
                <li><b>Effective rank</b>: how many dimensions are really used (Roy and Vetterli 2007).</li>
                <li><b>Share of dead dimensions</b>: those that hardly vary.</li>
                <li><b>Alignment</b>: how near rows of one class are to each other, and <b>uniformity</b>: how evenly
                all rows are spread (Wang and Isola 2020).</li>
                </ul>
                <p>Rows that Label Masker held out are ignored.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Encoded rows", "Rows with an embedding, the raw columns, and labels for some.")
            .addOutputTable("Quality", "The verdict, and each figure for the embedding and for the raw columns."))
        .model(m -> m
            .parametersClass(EncoderCheckNodeParameters.class)
            .configure(EncoderCheckNodeFactory::configure)
            .execute(EncoderCheckNodeFactory::execute))
        .nodeType(NodeType.Other)
        .keywords("self-supervised", "linear probe", "kNN probe", "collapse", "effective rank", "alignment",
            "uniformity",
            "representation quality")
        .addExternalResource("https://arxiv.org/abs/2005.10242",
            "Wang and Isola (2020): Understanding Contrastive Representation Learning through Alignment and "
                + "Uniformity");

    /** Created by KNIME from plugin.xml. */
    public EncoderCheckNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        columns(in.getParameters(), in.getInTableSpec(0));
        out.setOutSpec(0, QualityTable.spec());
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final EncoderCheckNodeParameters parameters = in.getParameters();
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            final var table = in.getInTable(0);
            final var data = CheckedTable.read(table, columns(parameters, table.getDataTableSpec()), parameters.m_texts,
                progress.part(0, 0.2));
            final var check = EncoderCheck.of(data.raw(), data.embedding(), data.labels(), parameters.m_seed,
                Workers.ofMachine(), progress.part(0.2, 1));
            out.setOutData(0, QualityTable.of(check, EncoderCheckMessages.text(check.quality()), exec));
            EncoderCheckMessages.of(check.quality()).add(data.notes())
                .tell(EncoderCheckNodeFactory.class, out::setWarningMessage);
        });
    }

    private static CheckedColumns columns(final EncoderCheckNodeParameters parameters, final DataTableSpec spec)
        throws InvalidSettingsException {
        parameters.m_label = LabelColumn.orGuess(spec, parameters.m_label);
        LabelColumn.check(spec, parameters.m_label, EncoderCheckNodeParameters.LABEL_TITLE);
        return CheckedColumns.of(spec, parameters.m_label, parameters.m_embedding, parameters.m_raw);
    }
}

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
        .shortDescription("Checks whether an embedding separates the classes better than the original columns.")
        .fullDescription(
            """
                <p>This node compares an embedding with the original columns: the cross-validated accuracy of nearest
                neighbors and of a linear classifier on the labeled rows, with intervals and a verdict. It also checks
                how the embedding uses its dimensions: a collapsed encoder gives nearly the same vector for all
                rows.</p>
                <p><b>When to use it.</b> After Encoder Apply, before you build on the embedding. With few labels the
                intervals are wide and the verdict says so; a collapse or a poor encoder is detected nevertheless.</p>
                <p><b>When not to use it.</b> To score predictions: use Few-Label Scorer.</p>
                <p><b>Input.</b> A missing cell in the label column means unlabeled. Held-out rows (column <i>Role</i>,
                from Label Masker) are ignored.</p>
                <p><b>Output.</b></p>
                <ul>
                <li><b>Nearest neighbors</b>: cross-validated accuracy of a vote of the 5 nearest labeled rows.</li>
                <li><b>Linear probe</b>: cross-validated accuracy of logistic regression on the labeled rows.</li>
                <li><b>Effective rank</b>: the number of dimensions that are effectively used (Roy and Vetterli
                2007).</li>
                <li><b>Share of dead dimensions</b>: dimensions with hardly any variation.</li>
                <li><b>Alignment</b>: how close rows of the same class are to each other, and <b>uniformity</b>: how
                evenly all rows are distributed (Wang and Isola 2020).</li>
                </ul>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputTable("Encoded rows", "Rows with an embedding, the original columns and a few labels.")
            .addOutputTable("Quality", "The verdict, and each measure for the embedding and for the original columns."))
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

package org.fewlabel.nodes.encode.encoderapply;

import org.fewlabel.learn.encode.Engines;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeParameters.Form;
import org.fewlabel.port.EncoderPortObject;
import org.fewlabel.port.EncoderPortObjectSpec;
import org.fewlabel.table.EmbeddedTable;
import org.fewlabel.table.Execution;
import org.fewlabel.table.FittedColumns;
import org.fewlabel.table.Report;
import org.fewlabel.table.SharedMessages;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Encoder Apply. */
public final class EncoderApplyNodeFactory extends DefaultNodeFactory {

    private static final String MODEL = "encoder";

    private static final DefaultNode NODE = DefaultNode.create()
        .name("Encoder Apply")
        .icon("../../../../../icons/encoder-apply.png")
        .shortDescription("Appends the embedding of each row, computed by a trained encoder.")
        .fullDescription(
            """
                <p>This node applies an encoder and appends the <i>embedding</i> of each row: a short vector of numbers.
                Rows that are similar to the encoder get vectors that are close to each other. If a table has an
                embedding, learners of this extension use it as their feature.</p>
                <p><b>When to use it.</b> After Contrastive Encoder, Masked Encoder or Autoencoder, on the same table
                before learning from labels; and on new tables with the same columns, for example with a saved
                encoder.</p>
                <p><b>When not to use it.</b> If Encoder Check has not shown that the embedding is better than the
                original columns.</p>
                <p><b>Input.</b> The table must contain the columns that the encoder was trained on, with the same names
                and types, in any order; other columns are passed through. Missing cells are allowed. A category that
                did not occur in training counts as missing and is reported.</p>
                <p><b>Output.</b> The embedding as one vector column or as one column per dimension and, on request, the
                reconstruction error. The embedding of a row depends only on the row and the encoder. The table is
                processed in pieces, so it may be larger than memory.</p>
                """)
        .sinceVersion(5, 8, 0)
        .ports(p -> p
            .addInputPort("Encoder", "An encoder from Contrastive Encoder, Masked Encoder or Autoencoder.",
                EncoderPortObject.TYPE)
            .addInputTable("Rows", "Rows with the columns that the encoder was trained on.")
            .addOutputTable("Encoded rows", "The rows with the embedding appended."))
        .model(m -> m
            .parametersClass(EncoderApplyNodeParameters.class)
            .configure(EncoderApplyNodeFactory::configure)
            .execute(EncoderApplyNodeFactory::execute))
        .nodeType(NodeType.Predictor)
        .keywords("self-supervised", "embedding", "representation", "encode", "reconstruction error",
            "anomaly detection");

    /** Created by KNIME from plugin.xml. */
    public EncoderApplyNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final EncoderPortObjectSpec encoder = in.getInPortSpec(0);
        final var spec = in.getInTableSpec(1);
        if (encoder.trained()) {
            FittedColumns.check(encoder.features(), spec, MODEL);
        }
        final EncoderApplyNodeParameters parameters = in.getParameters();
        out.setOutSpec(0,
            // there may be none
            parameters.m_errors && encoder.open() ? null : columns(parameters, encoder).spec(spec));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        Execution.run(() -> {
            final EncoderApplyNodeParameters parameters = in.getParameters();
            final EncoderPortObject port = in.getInPortObject(0);
            final var table = in.getInTable(1);
            final var exec = in.getExecutionContext();
            final var progress = Execution.progress(exec);
            FittedColumns.check(port.getSpec().features(), table.getDataTableSpec(), MODEL);
            final var columns = columns(parameters, port.getSpec());
            final var engine = Engines.open(progress.part(0, 0.05));
            try (var application = port.encoder().open(engine)) {
                final var notes = new Report();
                out.setOutData(0, columns.append(table, port.getSpec().features(), (rows, part) -> columns.errors()
                    ? application.embedWithErrors(rows, part) : application.embed(rows, part).values(), notes, exec,
                    progress.part(0.05, 1)));
                application.unseenCells()
                    .forEach((column, cells) -> notes.add(SharedMessages.unseenCells(column, cells, true)));
                notes.tell(EncoderApplyNodeFactory.class, out::setWarningMessage);
            }
        });
    }

    private static EmbeddedTable columns(final EncoderApplyNodeParameters parameters,
        final EncoderPortObjectSpec encoder) throws InvalidSettingsException {
        if (parameters.m_errors && !encoder.reconstructs()) {
            throw new InvalidSettingsException("This encoder (" + encoder.kind()
                + ") does not reconstruct rows, so it has "
                + "no reconstruction error. Switch off \"Append reconstruction error\", or take an encoder from "
                + "Autoencoder "
                + "or Masked Encoder.");
        }
        return new EmbeddedTable(encoder.dimensions(), parameters.m_form == Form.VECTOR, parameters.m_errors);
    }
}

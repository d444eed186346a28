package org.fewlabel.port;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.swing.JComponent;

import org.fewlabel.learn.encode.FittedEncoder;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.Text;
import org.fewlabel.table.TrainingMessages;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A trained encoder with its provenance. Stored as one binary entry, see {@link StateFormat}. */
public final class EncoderPortObject extends AbstractPortObject {

    /** The type of the port. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(EncoderPortObject.class);

    private static final ModelEntry ENTRY = new ModelEntry("encoder.bin", "encoder");

    private EncoderPortObjectSpec spec;

    private TableEncoder encoder;

    private Provenance provenance;

    /** Used by KNIME, which then loads the content. */
    public EncoderPortObject() {
        // filled by load
    }

    /** @param spec of the trained encoder */
    public EncoderPortObject(final EncoderPortObjectSpec spec, final TableEncoder encoder,
        final Provenance provenance) {
        this.spec = Objects.requireNonNull(spec);
        this.encoder = Objects.requireNonNull(encoder);
        this.provenance = Objects.requireNonNull(provenance);
    }

    /**
     * @param node the name of the node that trained it
     * @param parameters its settings, including those selected automatically, in the user's terms
     * @param features the columns that it was trained on
     * @param rows the number of rows that it was trained on
     * @return a trained encoder for the output of a node
     */
    public static EncoderPortObject of(final FittedEncoder fitted, final String node,
        final Map<String, String> parameters,
        final List<FeatureColumn> features, final int rows) {
        final var encoder = fitted.encoder();
        return new EncoderPortObject(
            new EncoderPortObjectSpec(encoder.kind(), encoder.dimensions(), encoder.reconstructs(), features, true),
            encoder,
            Provenance.now(node, parameters, rows, fitted.training().device())
                .with(TrainingMessages.encoder(fitted).sentences()));
    }

    /** @return the trained encoder */
    public TableEncoder encoder() {
        return encoder;
    }

    /** @return its provenance */
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public EncoderPortObjectSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return Text.count(spec.features().size(), "column") + " to " + Text.count(spec.dimensions(), "number") + " ("
            + spec.kind() + "); made by " + provenance.node() + " from " + Text.count(provenance.rows(), "row");
    }

    @Override
    public JComponent[] getViews() {
        final var text = new TextView().line("Kind", spec.kind())
            .line("Embedding", Text.count(spec.dimensions(), "number")).line("Parameters", encoder.parameters())
            .line("Reconstructs", spec.reconstructs() ? "yes" : "no")
            .madeBy(provenance).result(provenance);
        if (!encoder.dropped().isEmpty()) {
            text.line("Not used, the same in all rows", String.join(", ", encoder.dropped()));
        }
        return TextView.of("Encoder", text.settings(provenance).columns(spec.features()).toString());
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        ENTRY.write(provenance, encoder.state(), out);
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec portSpec, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final var read = ENTRY.read(in, TableEncoder::restore);
        encoder = read.model();
        provenance = read.provenance();
        spec = (EncoderPortObjectSpec)portSpec;
        ENTRY.check(spec.trained() && encoder.kind().equals(spec.kind()) && encoder.dimensions() == spec.dimensions()
            && encoder.reconstructs() == spec.reconstructs()
            && FeatureColumns.names(spec.features()).equals(encoder.columns()));
    }

    /** Reads and writes the encoder for KNIME. */
    public static final class Serializer extends AbstractPortObjectSerializer<EncoderPortObject> {
    }
}

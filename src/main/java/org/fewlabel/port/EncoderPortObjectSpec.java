package org.fewlabel.port;

import java.util.List;
import java.util.Objects;

import org.fewlabel.table.FeatureColumn;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** The spec of an encoder, trained or not: what it reads, and what it computes. */
public final class EncoderPortObjectSpec extends AbstractSimplePortObjectSpec {

    private static final String KIND = "kind";

    private static final String DIMENSIONS = "dimensions";

    private static final String RECONSTRUCTS = "reconstructs";

    private static final String OPEN = "open";

    private static final String TRAINED = "trained";

    private String kind = "";

    private int dimensions;

    private boolean reconstructs;

    private boolean open;

    private boolean trained;

    private List<FeatureColumn> features = List.of();

    /** Used by KNIME, which then loads the content. */
    public EncoderPortObjectSpec() {
        // filled by load
    }

    /**
     * @param kind the training method, such as "contrastive"
     * @param dimensions the length of an embedding
     * @param reconstructs whether it computes a reconstruction error
     * @param features the columns that it reads
     * @param trained whether it is trained; if not, some of the columns may still be ignored
     */
    public EncoderPortObjectSpec(final String kind, final int dimensions, final boolean reconstructs,
        final List<FeatureColumn> features, final boolean trained) {
        this.kind = Objects.requireNonNull(kind);
        this.dimensions = dimensions;
        this.reconstructs = reconstructs;
        this.features = List.copyOf(features);
        this.trained = trained;
    }

    /**
     * Creates the spec of an encoder whose task is selected during execution.
     *
     * @param kind the training method
     * @param dimensions the length of an embedding
     * @param features the columns that it reads, some of which may still be ignored
     * @return a spec for which it is unknown whether there is a reconstruction error
     */
    public static EncoderPortObjectSpec open(final String kind, final int dimensions,
        final List<FeatureColumn> features) {
        final var spec = new EncoderPortObjectSpec(kind, dimensions, false, features, false);
        spec.open = true;
        return spec;
    }

    /** @return the training method, such as "contrastive" */
    public String kind() {
        return kind;
    }

    /** @return the length of an embedding */
    public int dimensions() {
        return dimensions;
    }

    /** @return whether it computes a reconstruction error; {@code false} if that is {@link #open} */
    public boolean reconstructs() {
        return reconstructs;
    }

    /** @return whether it is still unknown if it computes a reconstruction error */
    public boolean open() {
        return open;
    }

    /** @return the columns that it reads */
    public List<FeatureColumn> features() {
        return features;
    }

    /** @return whether it is trained, so that it reads exactly these columns */
    public boolean trained() {
        return trained;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString(KIND, kind);
        model.addInt(DIMENSIONS, dimensions);
        model.addBoolean(RECONSTRUCTS, reconstructs);
        model.addBoolean(OPEN, open);
        model.addBoolean(TRAINED, trained);
        FeatureColumns.save(features, model);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        kind = model.getString(KIND);
        dimensions = model.getInt(DIMENSIONS);
        reconstructs = model.getBoolean(RECONSTRUCTS);
        open = model.getBoolean(OPEN, false);
        trained = model.getBoolean(TRAINED);
        features = FeatureColumns.load(model, "encoder");
        if (dimensions < 1) {
            throw new InvalidSettingsException("The stored encoder is damaged: it has " + dimensions + " dimensions.");
        }
    }

    /** Reads and writes the spec for KNIME. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<EncoderPortObjectSpec> {
    }
}

package org.fewlabel.port;

import java.util.List;
import java.util.Objects;

import org.fewlabel.table.FeatureColumn;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** What is known of an encoder before it is trained: what it reads, and what it will give. */
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

    /** For KNIME, which then loads it. */
    public EncoderPortObjectSpec() {
        // filled by load
    }

    /**
     * @param kind what trains it, such as "contrastive"
     * @param dimensions the length of an embedding
     * @param reconstructs whether it can tell how well it reconstructs a row
     * @param features the columns that it reads
     * @param trained whether it is trained; if not, some of the columns may yet be left out
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
     * Of an encoder whose task is chosen when the cells are looked at.
     *
     * @param kind what trains it
     * @param dimensions the length of an embedding
     * @param features the columns that it reads, of which some may yet be left out
     * @return one of which it is not known whether it can tell how well it reconstructs a row
     */
    public static EncoderPortObjectSpec open(final String kind, final int dimensions,
        final List<FeatureColumn> features) {
        final var spec = new EncoderPortObjectSpec(kind, dimensions, false, features, false);
        spec.open = true;
        return spec;
    }

    /** @return what trains it, such as "contrastive" */
    public String kind() {
        return kind;
    }

    /** @return the length of an embedding */
    public int dimensions() {
        return dimensions;
    }

    /** @return whether it can tell how well it reconstructs a row; {@code false} if that is {@link #open} */
    public boolean reconstructs() {
        return reconstructs;
    }

    /** @return whether it is not known yet if it can tell how well it reconstructs a row */
    public boolean open() {
        return open;
    }

    /** @return the columns that it reads */
    public List<FeatureColumn> features() {
        return features;
    }

    /** @return whether it is trained, so that it reads these columns and no others */
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

package kbuild.testext;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.PortObjectSpec;

/** The port object that the sample extension's files hold: a mean, weights and bytes. */
public final class ModelPortObject extends AbstractSimplePortObject {

    private ModelPortObjectSpec spec;

    private double mean;

    private double[] weights;

    private byte[] bytes;

    /** For the serializer. */
    public ModelPortObject() {
    }

    /**
     * @param column the name of a column
     * @param mean a number
     */
    public ModelPortObject(final String column, final double mean) {
        spec = new ModelPortObjectSpec(column);
        this.mean = mean;
        weights = new double[]{1, 2};
        bytes = new byte[]{3};
    }

    /** @return the number */
    public double mean() {
        return mean;
    }

    /** @return the weights */
    public double[] weights() {
        return weights;
    }

    /** @return the bytes */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public ModelPortObjectSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return "mean=" + mean;
    }

    @Override
    protected void save(final ModelContentWO model, final ExecutionMonitor exec) {
        model.addDouble("mean", mean);
        model.addDoubleArray("w", weights);
        model.addByteArray("bytes", bytes);
    }

    @Override
    protected void load(final ModelContentRO model, final PortObjectSpec portSpec, final ExecutionMonitor exec)
        throws InvalidSettingsException {
        spec = (ModelPortObjectSpec)portSpec;
        mean = model.getDouble("mean");
        weights = model.getDoubleArray("w");
        bytes = model.getByteArray("bytes");
    }

    /** Writes and reads such port objects. */
    public static final class Serializer extends AbstractSimplePortObjectSerializer<ModelPortObject> {
    }
}

package kbuild.testext;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** The spec that the sample extension's files hold: the name of a column. */
public final class ModelPortObjectSpec extends AbstractSimplePortObjectSpec {

    private String column;

    /** For the serializer. */
    public ModelPortObjectSpec() {
    }

    ModelPortObjectSpec(final String column) {
        this.column = column;
    }

    /** @return the name of the column */
    public String column() {
        return column;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString("column", column);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        column = model.getString("column");
    }

    /** Writes and reads such specs. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ModelPortObjectSpec> {
    }
}

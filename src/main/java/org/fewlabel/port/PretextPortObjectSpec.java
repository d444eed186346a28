package org.fewlabel.port;

import java.util.List;

import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.table.FeatureColumn;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** The spec of a pretext task, before or after its columns were read. */
public final class PretextPortObjectSpec extends AbstractSimplePortObjectSpec {

    private static final String KIND = "kind";

    private static final String COMPLETE = "complete";

    private static final String WHAT = "pretext task";

    private PretextTask.Kind kind = PretextTask.Kind.CORRUPT;

    private List<FeatureColumn> features = List.of();

    private boolean complete;

    /** Used by KNIME, which then loads the content. */
    public PretextPortObjectSpec() {
        // filled by load
    }

    /**
     * @param kind of the task; {@code null} if it is selected during execution
     * @param features the columns of the task
     * @param complete whether the cells were read; if not, some of the columns may still be ignored
     */
    public PretextPortObjectSpec(final PretextTask.Kind kind, final List<FeatureColumn> features,
        final boolean complete) {
        this.kind = kind;
        this.features = List.copyOf(features);
        this.complete = complete;
    }

    /** @return the kind of the task; {@code null} if not known yet */
    public PretextTask.Kind kind() {
        return kind;
    }

    /** @return the columns of the task */
    public List<FeatureColumn> features() {
        return features;
    }

    /** @return whether the columns are final */
    public boolean complete() {
        return complete;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString(KIND, kind == null ? null : kind.name());
        model.addBoolean(COMPLETE, complete);
        FeatureColumns.save(features, model);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        final var name = model.getString(KIND);
        kind = name == null ? null : FeatureColumns.constant(PretextTask.Kind.class, name, WHAT);
        complete = model.getBoolean(COMPLETE);
        features = FeatureColumns.load(model, WHAT);
    }

    /** Reads and writes the spec for KNIME. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<PretextPortObjectSpec> {
    }
}

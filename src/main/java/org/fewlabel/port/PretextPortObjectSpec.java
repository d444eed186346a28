package org.fewlabel.port;

import java.util.List;

import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.table.FeatureColumn;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** What is known of a pretext task before the cells of its columns were looked at. */
public final class PretextPortObjectSpec extends AbstractSimplePortObjectSpec {

    private static final String KIND = "kind";

    private static final String COMPLETE = "complete";

    private static final String WHAT = "pretext task";

    private PretextTask.Kind kind = PretextTask.Kind.CORRUPT;

    private List<FeatureColumn> features = List.of();

    private boolean complete;

    /** For KNIME, which then loads it. */
    public PretextPortObjectSpec() {
        // filled by load
    }

    /**
     * @param kind what is done to rows; {@code null} if that is chosen when the cells are looked at
     * @param features the columns that the task is made for
     * @param complete whether the cells were looked at; if not, some of the columns may yet be left out
     */
    public PretextPortObjectSpec(final PretextTask.Kind kind, final List<FeatureColumn> features,
        final boolean complete) {
        this.kind = kind;
        this.features = List.copyOf(features);
        this.complete = complete;
    }

    /** @return what is done to rows; {@code null} if that is not known yet */
    public PretextTask.Kind kind() {
        return kind;
    }

    /** @return the columns that the task is made for */
    public List<FeatureColumn> features() {
        return features;
    }

    /** @return whether these are all columns and no others */
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

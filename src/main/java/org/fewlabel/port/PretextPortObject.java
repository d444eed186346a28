package org.fewlabel.port;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

import javax.swing.JComponent;

import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.table.PretextText;
import org.fewlabel.table.Text;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A task that a table sets itself, with its provenance. Stored as one binary entry, see {@link StateFormat}. */
public final class PretextPortObject extends AbstractPortObject {

    /** The type of the port. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(PretextPortObject.class);

    private static final ModelEntry ENTRY = new ModelEntry("pretext.bin", "pretext task");

    private PretextPortObjectSpec spec;

    private PretextTask task;

    private Provenance provenance;

    /** For KNIME, which then loads it. */
    public PretextPortObject() {
        // filled by load
    }

    /** @param spec complete, with the columns of the task */
    public PretextPortObject(final PretextPortObjectSpec spec, final PretextTask task, final Provenance provenance) {
        this.spec = Objects.requireNonNull(spec);
        this.task = Objects.requireNonNull(task);
        this.provenance = Objects.requireNonNull(provenance);
    }

    /** @return the task */
    public PretextTask task() {
        return task;
    }

    /** @return where it comes from */
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public PretextPortObjectSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return String.format(Locale.ROOT, "%s %.0f %% of %s", task.kind().text(), 100 * task.strength(),
            Text.count(spec.features().size(), "column"));
    }

    @Override
    public JComponent[] getViews() {
        final var text = new TextView().line("Task", task.kind().text()).line("Strength", task.strength());
        if (task.kind() == PretextTask.Kind.BLOCKS) {
            text.line("Blocks", task.views());
        }
        if (task.flip()) {
            text.line("Mirrored", "half of the images");
        }
        return TextView.of("Pretext task",
            text.line("Objective", PretextText.target(task.kind())).line("Seed", task.seed())
                .madeBy(provenance).columns(spec.features()).toString());
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        ENTRY.write(provenance, task.state(), out);
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec portSpec, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final var read = ENTRY.read(in, PretextTask::restore);
        task = read.model();
        provenance = read.provenance();
        spec = (PretextPortObjectSpec)portSpec;
        ENTRY.check(spec.complete() && task.kind() == spec.kind()
            && FeatureColumns.names(spec.features()).equals(task.columns()));
    }

    /** Reads and writes the task for KNIME. */
    public static final class Serializer extends AbstractPortObjectSerializer<PretextPortObject> {
    }
}

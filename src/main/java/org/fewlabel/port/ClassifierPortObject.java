package org.fewlabel.port;

import java.io.IOException;
import java.util.Objects;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

import org.fewlabel.learn.FewLabelClassifier;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A fitted classifier with its provenance. Stored as one binary entry, see {@link StateFormat}. */
public final class ClassifierPortObject extends AbstractPortObject {

    /** The type of the port. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ClassifierPortObject.class);

    private static final String ENTRY = "classifier.bin";

    private ClassifierPortObjectSpec spec;

    private FewLabelClassifier classifier;

    private Provenance provenance;

    /** For KNIME, which then loads it. */
    public ClassifierPortObject() {
        // filled by load
    }

    /** @param spec with the classes of the classifier */
    public ClassifierPortObject(final ClassifierPortObjectSpec spec, final FewLabelClassifier classifier,
        final Provenance provenance) {
        this.spec = Objects.requireNonNull(spec);
        this.classifier = Objects.requireNonNull(classifier);
        this.provenance = Objects.requireNonNull(provenance);
    }

    /** @return the fitted classifier */
    public FewLabelClassifier classifier() {
        return classifier;
    }

    /** @return where it comes from */
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public ClassifierPortObjectSpec getSpec() {
        return spec;
    }

    @Override
    public String getSummary() {
        return "Predicts \"" + spec.label() + "\" (" + classifier.classes().size() + " classes) from "
            + spec.features().size() + " columns; made by " + provenance.node() + " from " + provenance.labelled()
            + " labelled of " + provenance.rows() + " rows";
    }

    @Override
    public JComponent[] getViews() {
        final var text = new JTextArea(ClassifierDescription.of(this));
        text.setEditable(false);
        final var view = new JScrollPane(text);
        view.setName("Classifier");
        return new JComponent[]{view};
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        out.putNextEntry(new ZipEntry(ENTRY));
        StateFormat.write(new StateFormat.Content(provenance.toJson(), classifier.state()), out);
        out.closeEntry();
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec portSpec, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final var entry = in.getNextEntry();
        if (entry == null || !entry.getName().equals(ENTRY)) {
            throw new IOException("The stored classifier is damaged: its content is missing.");
        }
        final var content = StateFormat.read(in);
        try {
            classifier = FewLabelClassifier.restore(content.state());
        } catch (final IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        spec = (ClassifierPortObjectSpec)portSpec;
        provenance = Provenance.fromJson(content.about());
        if (!spec.classes().filter(classifier.classes()::equals).isPresent()
            || !spec.features().stream().map(f -> f.name()).toList().equals(classifier.columns())) {
            throw new IOException("The stored classifier is damaged: its content does not belong to its description.");
        }
    }

    /** Reads and writes the classifier for KNIME. */
    public static final class Serializer extends AbstractPortObjectSerializer<ClassifierPortObject> {
    }
}

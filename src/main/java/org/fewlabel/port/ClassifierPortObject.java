package org.fewlabel.port;

import java.io.IOException;
import java.util.Objects;

import javax.swing.JComponent;

import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.table.Text;
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

    private static final ModelEntry ENTRY = new ModelEntry("classifier.bin", "classifier");

    private ClassifierPortObjectSpec spec;

    private FewLabelClassifier classifier;

    private Provenance provenance;

    /** Used by KNIME, which then loads the content. */
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

    /** @return its provenance */
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
            + Text.count(spec.features().size(), "column") + "; made by " + provenance.node() + " from "
            + provenance.labeled()
            + " labeled of " + provenance.rows() + " rows";
    }

    @Override
    public JComponent[] getViews() {
        return TextView.of("Classifier", new TextView().line("Predicts", spec.label())
            .line("Classes", String.join(", ", classifier.classes())).line("Method", method(classifier.kind()))
            .madeBy(provenance).result(provenance)
            .settings(provenance).columns(spec.features()).toString());
    }

    /**
     * @return the name of a kind of classifier for the user, since stored models contain the names of the first version
     */
    static String method(final String kind) {
        return kind.replace("neighbour", "neighbor").replace("committee of ", "ensemble of ");
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        ENTRY.write(provenance, classifier.state(), out);
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec portSpec, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final var read = ENTRY.read(in, FewLabelClassifier::restore);
        classifier = read.model();
        provenance = read.provenance();
        spec = (ClassifierPortObjectSpec)portSpec;
        ENTRY.check(spec.fitted() && spec.classes().filter(classifier.classes()::equals).isPresent()
            && FeatureColumns.names(spec.features()).equals(classifier.columns()));
    }

    /** Reads and writes the classifier for KNIME. */
    public static final class Serializer extends AbstractPortObjectSerializer<ClassifierPortObject> {
    }
}

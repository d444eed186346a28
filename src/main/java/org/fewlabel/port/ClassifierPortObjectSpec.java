package org.fewlabel.port;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.LabelType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** The spec of a classifier, fitted or not: what it predicts, and from which columns. */
public final class ClassifierPortObjectSpec extends AbstractSimplePortObjectSpec {

    private static final String LABEL = "label";

    private static final String LABEL_TYPE = "labelType";

    private static final String CLASSES = "classes";

    private static final String FITTED = "fitted";

    private static final String WHAT = "classifier";

    private String label = "";

    private LabelType labelType = LabelType.STRING;

    private List<String> classes;

    private List<FeatureColumn> features = List.of();

    private boolean fitted;

    /** Used by KNIME, which then loads the content. */
    public ClassifierPortObjectSpec() {
        // filled by load
    }

    /**
     * The spec of a fitted classifier.
     *
     * @param label the name of the label column
     * @param labelType the type of its cells
     * @param classes the classes
     * @param features the columns that the classifier reads
     */
    public ClassifierPortObjectSpec(final String label, final LabelType labelType, final List<String> classes,
        final List<FeatureColumn> features) {
        this.label = Objects.requireNonNull(label);
        this.labelType = Objects.requireNonNull(labelType);
        this.classes = List.copyOf(classes);
        this.features = List.copyOf(features);
        fitted = true;
    }

    /**
     * Creates the spec of a classifier that is not fitted yet.
     *
     * @param label the name of the label column
     * @param labelType the type of its cells
     * @param classes the classes, {@code null} if they are not known yet
     * @param features the columns that it will read, some of which may still be ignored
     * @return the spec
     */
    public static ClassifierPortObjectSpec announced(final String label, final LabelType labelType,
        final List<String> classes, final List<FeatureColumn> features) {
        final var spec = new ClassifierPortObjectSpec();
        spec.label = Objects.requireNonNull(label);
        spec.labelType = Objects.requireNonNull(labelType);
        spec.classes = classes == null ? null : List.copyOf(classes);
        spec.features = List.copyOf(features);
        return spec;
    }

    /** @return the name of the label column */
    public String label() {
        return label;
    }

    /** @return the type of the label's cells */
    public LabelType labelType() {
        return labelType;
    }

    /** @return the classes, if already known */
    public Optional<List<String>> classes() {
        return Optional.ofNullable(classes);
    }

    /** @return the columns that the classifier reads */
    public List<FeatureColumn> features() {
        return features;
    }

    /** @return whether it is fitted, so that it reads exactly these columns */
    public boolean fitted() {
        return fitted;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString(LABEL, label);
        model.addString(LABEL_TYPE, labelType.name());
        if (classes != null) {
            model.addStringArray(CLASSES, classes.toArray(String[]::new));
        }
        model.addBoolean(FITTED, fitted);
        FeatureColumns.save(features, model);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        label = model.getString(LABEL);
        labelType = FeatureColumns.constant(LabelType.class, model.getString(LABEL_TYPE), WHAT);
        classes = model.containsKey(CLASSES) ? List.copyOf(Arrays.asList(model.getStringArray(CLASSES))) : null;
        fitted = model.getBoolean(FITTED, true); // specs stored before the entry existed
        features = FeatureColumns.load(model, WHAT);
    }

    /** Reads and writes the spec for KNIME. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ClassifierPortObjectSpec> {
    }
}

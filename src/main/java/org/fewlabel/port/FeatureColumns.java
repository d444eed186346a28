package org.fewlabel.port;

import java.util.ArrayList;
import java.util.List;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.table.FeatureColumn;
import org.fewlabel.table.FeatureKind;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** The columns that a fitted model reads, in the spec of its port. */
final class FeatureColumns {

    private static final String FEATURES = "features";

    private static final String KINDS = "kinds";

    private static final String SHAPES = "shapes";

    private FeatureColumns() {
    }

    static void save(final List<FeatureColumn> features, final ModelContentWO model) {
        model.addStringArray(FEATURES, features.stream().map(FeatureColumn::name).toArray(String[]::new));
        model.addStringArray(KINDS, features.stream().map(f -> f.kind().name()).toArray(String[]::new));
        // ports without images are unchanged since before images were supported
        if (features.stream().anyMatch(f -> f.shape() != null)) {
            model.addStringArray(SHAPES,
                features.stream().map(f -> f.shape() == null ? "" : f.shape().toString()).toArray(String[]::new));
        }
    }

    /** @param what the kind of model for the user, such as "classifier" */
    static List<FeatureColumn> load(final ModelContentRO model, final String what) throws InvalidSettingsException {
        final var names = model.getStringArray(FEATURES);
        final var kinds = model.getStringArray(KINDS);
        final var shapes = model.getStringArray(SHAPES, new String[names.length]);
        if (names.length != kinds.length || names.length != shapes.length) {
            throw new InvalidSettingsException("The stored " + what + " is damaged: it names " + names.length
                + " feature columns, but the kinds of " + kinds.length + ".");
        }
        final var read = new ArrayList<FeatureColumn>();
        for (var i = 0; i < names.length; i++) {
            read.add(new FeatureColumn(names[i], constant(FeatureKind.class, kinds[i], what), shape(shapes[i], what)));
        }
        return List.copyOf(read);
    }

    private static Shape shape(final String text, final String what) throws InvalidSettingsException {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Shape.parse(text);
        } catch (final UserMessageException e) {
            throw new InvalidSettingsException("The stored " + what + " is damaged: " + e.getMessage(), e);
        }
    }

    static List<String> names(final List<FeatureColumn> features) {
        return features.stream().map(FeatureColumn::name).toList();
    }

    /** @return the constant with a name; an unknown name, from a newer version or a forged file, is an error */
    static <E extends Enum<E>> E constant(final Class<E> type, final String name, final String what)
        throws InvalidSettingsException {
        try {
            return Enum.valueOf(type, name);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException("The stored " + what + " is damaged: \"" + name + "\" is unknown.", e);
        }
    }
}

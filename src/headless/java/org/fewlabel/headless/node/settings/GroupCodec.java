package org.fewlabel.headless.node.settings;

import java.util.List;

import org.fewlabel.headless.node.reflect.Instances;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * Every field of a class, one after the other.
 *
 * @param type the class; it needs a constructor without arguments
 * @param entries its fields
 */
record GroupCodec(Class<?> type, List<Entry> entries) implements Codec {

    /** A field and how it is saved. */
    record Entry(PersistedField field, Codec codec) {
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        for (final var entry : entries) {
            entry.codec.save(entry.field.get(value), settings);
        }
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var value = Instances.create(type);
        for (final var entry : entries) {
            entry.field.set(value, entry.codec.load(settings));
        }
        return value;
    }
}

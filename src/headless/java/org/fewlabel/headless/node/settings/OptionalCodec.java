package org.fewlabel.headless.node.settings;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A value that may be absent. A second key stores whether it is present; if not, a neutral value is saved.
 *
 * @param content the value
 */
record OptionalCodec(LeafCodec content) implements Codec {

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        final var optional = (Optional<?>)value;
        content.save(optional.isPresent() ? optional.get() : content.form().empty(), settings);
        settings.addBoolean(presenceKey(), optional.isPresent());
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        // settings that were saved before the field became optional lack the second key
        final boolean present = settings.getBoolean(presenceKey(), true);
        return present ? Optional.ofNullable(content.load(settings)) : Optional.empty();
    }

    private String presenceKey() {
        return content.key() + "_is_present";
    }
}

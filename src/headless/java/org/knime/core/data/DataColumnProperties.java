package org.knime.core.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Free annotations of a column: keys and texts. */
public final class DataColumnProperties {

    private final Map<String, String> content;

    /** No annotations. */
    public DataColumnProperties() {
        this(Map.of());
    }

    /** @param content the annotations, neither keys nor texts {@code null} */
    public DataColumnProperties(final Map<String, String> content) {
        this.content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    /**
     * @param key a key
     * @return its text, {@code null} if there is none
     */
    public String getProperty(final String key) {
        return content.get(key);
    }

    /**
     * @param key a key
     * @param defaultValue the text where there is none
     * @return its text
     */
    public String getProperty(final String key, final String defaultValue) {
        return content.getOrDefault(key, defaultValue);
    }

    /** @param config takes the annotations */
    public void save(final ConfigWO config) {
        content.forEach(config::addString);
    }

    /**
     * @param config what {@link #save} wrote
     * @return the annotations
     * @throws InvalidSettingsException if an entry is not a text
     */
    public static DataColumnProperties load(final ConfigRO config) throws InvalidSettingsException {
        final var content = new LinkedHashMap<String, String>();
        for (final var key : config.keySet()) {
            content.put(key, config.getString(key));
        }
        return new DataColumnProperties(content);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnProperties that && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    @Override
    public String toString() {
        return content.toString();
    }
}

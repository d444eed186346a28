package org.fewlabel.headless.base;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Settings all of which must be read. KNIME's nodes have many that a stand-in does not support; a workflow that uses
 * one of them must fail. Keys that end with {@code _Internals} are about dialogs and are ignored.
 */
final class StrictSettings {

    private static final String INTERNALS = "_Internals";

    private final NodeSettingsRO config;

    private final String path;

    private final Set<String> read = new HashSet<>();

    private final List<StrictSettings> groups = new ArrayList<>();

    /** @param config all settings of a node */
    StrictSettings(final NodeSettingsRO config) {
        this(config, "");
    }

    private StrictSettings(final NodeSettingsRO config, final String path) {
        this.config = config;
        this.path = path;
    }

    /** @return whether there is such a setting or group */
    boolean has(final String key) {
        return config.containsKey(key);
    }

    /** @return the keys of all settings and groups */
    Set<String> keys() {
        return config.keySet();
    }

    /** @return a text, may be {@code null} */
    String text(final String key) throws InvalidSettingsException {
        read.add(key);
        return config.getString(key);
    }

    /** @return a text; {@code absent} if there is no such setting */
    String text(final String key, final String absent) throws InvalidSettingsException {
        return has(key) ? text(key) : absent;
    }

    /** @return a list of texts */
    String[] texts(final String key) throws InvalidSettingsException {
        read.add(key);
        return config.getStringArray(key);
    }

    /** @return a list of whole numbers */
    int[] wholes(final String key) throws InvalidSettingsException {
        read.add(key);
        return config.getIntArray(key);
    }

    boolean flag(final String key) throws InvalidSettingsException {
        read.add(key);
        return config.getBoolean(key);
    }

    /** @return a truth value; {@code absent} if there is no such setting */
    boolean flag(final String key, final boolean absent) throws InvalidSettingsException {
        return has(key) ? flag(key) : absent;
    }

    int whole(final String key) throws InvalidSettingsException {
        read.add(key);
        return config.getInt(key);
    }

    long large(final String key) throws InvalidSettingsException {
        read.add(key);
        return config.getLong(key);
    }

    double number(final String key) throws InvalidSettingsException {
        read.add(key);
        return config.getDouble(key);
    }

    char character(final String key) throws InvalidSettingsException {
        read.add(key);
        return config.getChar(key);
    }

    /** @return one of the values of an enumeration */
    <E extends Enum<E>> E choice(final String key, final Class<E> type) throws InvalidSettingsException {
        final var value = text(key);
        try {
            return Enum.valueOf(type, value == null ? "" : value);
        } catch (IllegalArgumentException e) {
            throw unsupported(key, value);
        }
    }

    /** @return an optional value with the key {@code key_is_present} */
    Optional<Long> optionalLarge(final String key) throws InvalidSettingsException {
        final var value = large(key);
        return flag(key + "_is_present") ? Optional.of(value) : Optional.empty();
    }

    /** @return a group of settings */
    StrictSettings group(final String key) throws InvalidSettingsException {
        read.add(key);
        final var group = new StrictSettings(config.getNodeSettings(key), path + key + "/");
        groups.add(group);
        return group;
    }

    /** @return the settings as they are, for other readers */
    NodeSettingsRO raw(final String key) throws InvalidSettingsException {
        read.add(key);
        return config.getNodeSettings(key);
    }

    /** Ignores settings, whatever their values. */
    void ignore(final String... keys) {
        read.addAll(Set.of(keys));
    }

    /** @throws InvalidSettingsException if a switch does not have the only supported value */
    void expect(final String key, final boolean supported) throws InvalidSettingsException {
        if (flag(key, supported) != supported) {
            throw unsupported(key, String.valueOf(!supported));
        }
    }

    /** @throws InvalidSettingsException if a text is not supported */
    void expect(final String key, final String... supported) throws InvalidSettingsException {
        if (has(key) && !Arrays.asList(supported).contains(text(key))) {
            throw unsupported(key, text(key));
        }
    }

    /** @return an exception that says that a setting's value is not supported */
    InvalidSettingsException unsupported(final String key, final String value) {
        return new InvalidSettingsException(
            "The setting '" + path + key + "' = '" + value + "' is not supported by this stand-in for KNIME's node");
    }

    /** @throws InvalidSettingsException if a setting was neither read nor ignored */
    void finish() throws InvalidSettingsException {
        for (final var key : config.keySet()) {
            if (!read.contains(key) && !key.endsWith(INTERNALS)) {
                throw new InvalidSettingsException(
                    "The setting '" + path + key + "' is not supported by this stand-in for KNIME's node");
            }
        }
        for (final var group : groups) {
            group.finish();
        }
    }
}

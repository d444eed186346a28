package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.fewlabel.headless.node.settings.Paths;
import org.knime.core.node.NodeSettingsRO;

/**
 * One older form in which a value was saved: how to recognize it and how to read it.
 *
 * @param <T> the type of the value
 */
public final class ConfigMigration<T> {

    private final ParametersLoader<T> m_loader;

    private final Predicate<NodeSettingsRO> m_matcher;

    private ConfigMigration(final ParametersLoader<T> loader, final Predicate<NodeSettingsRO> matcher) {
        m_loader = loader;
        m_matcher = matcher;
    }

    /** @return a builder for a form that is read by the given loader */
    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /** @return reads the older form */
    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    /**
     * @return recognizes the older form; {@code null} in this stand-in when it is used exactly where the keys of the
     *         present form are missing
     */
    public Predicate<NodeSettingsRO> getMatcher() {
        return m_matcher;
    }

    /**
     * Collects what describes an older form.
     *
     * @param <T> the type of the value
     */
    public static final class Builder<T> {

        private final ParametersLoader<T> m_loader;

        private final List<String[]> m_oldPaths = new ArrayList<>();

        private Predicate<NodeSettingsRO> m_matcher;

        /** @param loader reads the older form */
        public Builder(final ParametersLoader<T> loader) {
            m_loader = Objects.requireNonNull(loader, "a migration needs a loader");
        }

        /**
         * Names a path that only the older form has. Unless a matcher is given, the older form is recognized by all
         * such paths being present.
         */
        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            m_oldPaths.add(configKeys.clone());
            return this;
        }

        /** @param matcher recognizes the older form */
        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            m_matcher = matcher;
            return this;
        }

        /** @return the described form */
        public ConfigMigration<T> build() {
            if (m_matcher != null || m_oldPaths.isEmpty()) {
                return new ConfigMigration<>(m_loader, m_matcher);
            }
            final var paths = List.copyOf(m_oldPaths);
            return new ConfigMigration<>(m_loader,
                settings -> paths.stream().allMatch(path -> Paths.present(settings, path)));
        }
    }
}

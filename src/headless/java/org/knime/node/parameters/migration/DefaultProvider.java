package org.knime.node.parameters.migration;

import java.util.List;

/**
 * Gives the value of a field that the settings lack.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    /** @return the value where the settings have none */
    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.<T>builder(settings -> getDefault()).build());
    }
}

package org.knime.node.parameters.migration;

import java.util.List;

/**
 * Knows the older forms in which a value was saved.
 *
 * @param <T> the type of the value
 */
public interface NodeParametersMigration<T> {

    /** @return the older forms; the first that matches the settings is used, and none means the present form */
    List<ConfigMigration<T>> getConfigMigrations();
}

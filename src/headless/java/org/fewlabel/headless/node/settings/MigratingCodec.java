package org.fewlabel.headless.node.settings;

import java.util.List;
import java.util.stream.Stream;

import org.fewlabel.headless.node.reflect.Instances;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;

/** A value that older versions saved in another format. */
final class MigratingCodec implements Codec {

    private final Codec present;

    private final List<ConfigMigration<Object>> older;

    private final String[][] paths;

    private final String what;

    @SuppressWarnings("unchecked") // the annotation cannot say for which type its migrations are
    MigratingCodec(final Codec present, final Migration migration, final String[][] paths, final String what) {
        this.present = present;
        this.older = ((NodeParametersMigration<Object>)Instances.create(migration.value())).getConfigMigrations();
        this.paths = paths;
        this.what = what;
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        present.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final var migration : older) {
            if (matches(migration, settings)) {
                return migration.getLoader().load(settings);
            }
        }
        return present.load(settings);
    }

    private boolean matches(final ConfigMigration<Object> migration, final NodeSettingsRO settings) {
        if (migration.getMatcher() != null) {
            return migration.getMatcher().test(settings);
        }
        if (paths == null || paths.length == 0) {
            throw new IllegalStateException("The migration of " + what + " needs a matcher or a deprecated path, "
                + "because the field itself has no path in the settings");
        }
        return Stream.of(paths).noneMatch(path -> Paths.present(settings, path));
    }
}

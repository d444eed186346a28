package org.fewlabel.headless.node.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

class MigrationTest {

    private final NodeSettings settings = new NodeSettings("model");

    static final class Inner implements NodeParameters {
        int m_depth = 1;
        @Migrate(loadDefaultIfAbsent = true)
        int m_added = 2;
    }

    static final class Grown implements NodeParameters {
        int m_old;
        @Migrate(loadDefaultIfAbsent = true)
        int m_added = 7;
        @Migrate(loadDefaultIfAbsent = true)
        Inner m_group = new Inner();
    }

    @Test
    void addedFieldKeepsItsDefaultWhereTheSettingsLackIt() throws Exception {
        settings.addInt("old", 1);
        final var loaded = ParameterSettings.load(Grown.class, settings);
        assertThat(loaded.m_added).isEqualTo(7);
        assertThat(loaded.m_group.m_added).isEqualTo(2);
    }

    @Test
    void addedFieldIsReadWhereTheSettingsHaveIt() throws Exception {
        settings.addInt("old", 1);
        settings.addInt("added", 8);
        settings.addNodeSettings("group").addInt("depth", 5);
        final var loaded = ParameterSettings.load(Grown.class, settings);
        assertThat(loaded.m_added).isEqualTo(8);
        assertThat(loaded.m_group.m_depth).isEqualTo(5);
        assertThat(loaded.m_group.m_added).isEqualTo(2);
    }

    @Test
    void anOldFieldIsStillNeeded() {
        assertThatThrownBy(() -> ParameterSettings.load(Grown.class, settings))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("old");
    }

    @LoadDefaultsForAbsentFields
    static final class Lenient implements NodeParameters {
        int m_a = 1;
        String m_b = "b";
    }

    @Test
    void wholeClassCanBeLenient() throws Exception {
        settings.addInt("a", 5);
        final var loaded = ParameterSettings.load(Lenient.class, settings);
        assertThat(loaded.m_a).isEqualTo(5);
        assertThat(loaded.m_b).isEqualTo("b");
    }

    static final class FromTwoForms implements NodeParametersMigration<Integer> {

        @Override
        public List<ConfigMigration<Integer>> getConfigMigrations() {
            return List.of(
                ConfigMigration.<Integer>builder(s -> s.getNodeSettings("old").getInt("value"))
                    .withDeprecatedConfigPath("old", "value").build(),
                ConfigMigration.<Integer>builder(s -> -1).withMatcher(s -> s.containsKey("never chosen")).build());
        }
    }

    static final class Hundred implements DefaultProvider<Integer> {

        @Override
        public Integer getDefault() {
            return 100;
        }
    }

    static final class Migrated implements NodeParameters {
        @Migration(FromTwoForms.class)
        int m_value;
        @Migration(Hundred.class)
        int m_provided;
    }

    @Test
    void olderFormsAreRecognizedInTheirOrder() throws Exception {
        settings.addNodeSettings("old").addInt("value", 4);
        final var first = ParameterSettings.load(Migrated.class, settings);
        assertThat(first.m_value).isEqualTo(4);
        assertThat(first.m_provided).isEqualTo(100);

        final var other = new NodeSettings("model");
        other.addString("never chosen", "");
        other.addInt("provided", 3);
        final var second = ParameterSettings.load(Migrated.class, other);
        assertThat(second.m_value).isEqualTo(-1);
        assertThat(second.m_provided).isEqualTo(3);
    }

    @Test
    void presentFormIsReadWhereNoOlderOneIsFound() throws Exception {
        settings.addInt("value", 11);
        settings.addInt("provided", 12);
        assertThat(ParameterSettings.load(Migrated.class, settings).m_value).isEqualTo(11);
    }

    @Test
    void pathThatEndsInAValueInsteadOfALevelIsNotThere() {
        settings.addString("old", "a text");
        assertThat(Paths.present(settings, "old", "value")).isFalse();
        assertThat(Paths.present(settings, "old")).isTrue();
        assertThat(Paths.present(settings)).isTrue();
    }

    static final class Nowhere implements NodeParametersPersistor<String> {

        @Override
        public String load(final NodeSettingsRO nodeSettings) {
            return "made up";
        }

        @Override
        public void save(final String param, final NodeSettingsWO nodeSettings) {
            assertThat(param).isNotNull();
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[0][];
        }
    }

    static final class WithoutPath implements NodeParameters {
        @Migrate(loadDefaultIfAbsent = true)
        @Persistor(Nowhere.class)
        String m_a;
    }

    static final class MigratedWithoutPath implements NodeParameters {
        @Migration(Hundred.class)
        @Persistor(Nowhere.class)
        String m_a;
    }

    static final class Contradiction implements NodeParameters {
        @Persist(configKey = "b")
        @Persistor(Nowhere.class)
        String m_a;
    }

    @Test
    void annotationsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> ParameterSettings.load(WithoutPath.class, settings))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("WithoutPath.m_a");
        assertThatThrownBy(() -> ParameterSettings.load(MigratedWithoutPath.class, settings))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("needs a matcher");
        assertThatThrownBy(() -> ParameterSettings.load(Contradiction.class, settings))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("@Persistor and @Persist");
    }

    @Persistor(Pair.AsText.class)
    static final class Pair implements NodeParameters {
        int m_a;
        int m_b;

        static final class AsText implements NodeParametersPersistor<Pair> {

            @Override
            public Pair load(final NodeSettingsRO nodeSettings) throws InvalidSettingsException {
                final var parts = nodeSettings.getString("text").split("/");
                final var pair = new Pair();
                pair.m_a = Integer.parseInt(parts[0]);
                pair.m_b = Integer.parseInt(parts[1]);
                return pair;
            }

            @Override
            public void save(final Pair param, final NodeSettingsWO nodeSettings) {
                nodeSettings.addString("text", param.m_a + "/" + param.m_b);
            }

            @Override
            public String[][] getConfigPaths() {
                return new String[][]{{"text"}};
            }
        }
    }

    static final class HoldsPair implements NodeParameters {
        Pair m_pair = new Pair();
    }

    @Test
    void persistorOfAClassWritesIntoTheLevelOfItsField() throws Exception {
        final var holds = new HoldsPair();
        holds.m_pair.m_b = 5;
        final var saved = Settings.of(holds);
        assertThat(saved.getNodeSettings("pair").getString("text")).isEqualTo("0/5");
        assertThat(ParameterSettings.load(HoldsPair.class, saved).m_pair.m_b).isEqualTo(5);
    }
}

package org.fewlabel.headless.node.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fewlabel.headless.node.PortsInput;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;

class ParameterSettingsTest {

    static class Base implements NodeParameters {
        int m_fromBase = 1;
    }

    static final class Fields extends Base {
        int m_second = 2;
        String plain = "no prefix";
        protected String m_protected = "p";
        public String m_public = "q";
        final int m_final = 3;
        private int m_private = 4;
        static int STATIC = 5;
        transient int m_transient = 6;
        @Persist(configKey = "renamed")
        int m_third = 7;
        @Persist(hidden = true)
        int m_secret = 8;
        Void m_message;

        int unread() {
            return m_private + m_final;
        }
    }

    @Test
    void savesFieldsThatAreNeitherPrivateStaticNorTransientTheSuperclassFirst() {
        assertThat(Settings.of(new Fields()).keySet()).containsExactly("fromBase", "second", "plain", "protected",
            "public", "final", "renamed", "secret_Internals");
    }

    @Test
    void loadsWhatItSavedAndIgnoresUnknownKeys() throws Exception {
        final var fields = new Fields();
        fields.m_fromBase = 10;
        fields.m_protected = null;
        fields.m_third = 30;
        final var settings = Settings.of(fields);
        settings.addString("of a later version", "x");
        final var loaded = ParameterSettings.load(Fields.class, settings);
        assertThat(loaded.m_fromBase).isEqualTo(10);
        assertThat(loaded.m_protected).isNull();
        assertThat(loaded.m_third).isEqualTo(30);
        assertThat(loaded.unread()).isEqualTo(7);
    }

    @Test
    void missingKeyFailsTheWholeLoadAndIsNamed() {
        final var settings = new NodeSettings("model");
        settings.addInt("fromBase", 1);
        assertThatThrownBy(() -> ParameterSettings.load(Fields.class, settings))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("second");
    }

    static final class Choice implements NodeParameters {
        enum Mode {
            FIRST, SECOND;

            @Override
            public String toString() {
                return "shown";
            }
        }

        Mode m_mode = Mode.FIRST;
    }

    @Test
    void enumIsSavedByNameAndUnknownConstantIsNamedTogetherWithThePossibleOnes() throws Exception {
        final var settings = Settings.of(new Choice());
        assertThat(settings.getString("mode")).isEqualTo("FIRST");
        settings.addString("mode", "THIRD");
        assertThatThrownBy(() -> ParameterSettings.load(Choice.class, settings))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("THIRD").hasMessageContaining("mode")
            .hasMessageContaining("FIRST, SECOND");
        settings.addString("mode", null);
        assertThatThrownBy(() -> ParameterSettings.load(Choice.class, settings))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("FIRST, SECOND");
    }

    static final class Optionals implements NodeParameters {
        Optional<Integer> m_count = Optional.of(5);
        Optional<Choice.Mode> m_mode = Optional.empty();
        Optional<String[]> m_names = Optional.of(new String[]{"a"});
    }

    @Test
    void optionalHasASecondKeyAndANeutralValueWhereItIsAbsent() throws Exception {
        final var optionals = new Optionals();
        final var present = Settings.of(optionals);
        assertThat(present.keySet()).containsExactly("count", "count_is_present", "mode", "mode_is_present", "names",
            "names_is_present");
        assertThat(present.getInt("count")).isEqualTo(5);
        assertThat(present.getBoolean("mode_is_present")).isFalse();
        optionals.m_count = Optional.empty();
        optionals.m_names = Optional.empty();
        final var absent = Settings.of(optionals);
        assertThat(absent.getInt("count")).isZero();
        assertThat(absent.getStringArray("names")).isEmpty();
        final var loaded = ParameterSettings.load(Optionals.class, absent);
        assertThat(loaded.m_count).isEmpty();
        assertThat(loaded.m_names).isEmpty();
        assertThat(ParameterSettings.load(Optionals.class, present).m_names.orElseThrow()).containsExactly("a");
    }

    @Test
    void optionalThatWasSavedBeforeItBecameOptionalIsPresent() throws Exception {
        final var settings = new NodeSettings("model");
        settings.addInt("count", 9);
        settings.addString("mode", "SECOND");
        settings.addStringArray("names");
        final var loaded = ParameterSettings.load(Optionals.class, settings);
        assertThat(loaded.m_count).contains(9);
        assertThat(loaded.m_mode).contains(Choice.Mode.SECOND);
    }

    static final class Simple implements NodeParameters {
        byte m_byte = 1;
        char m_char = 'c';
        float m_float = 1.5f;
        double[] m_doubles = {1, 2};
        int[] m_ints = {3};
        long[] m_longs = {4};
        boolean[] m_booleans = {true};
        Integer m_boxed = 6;
    }

    @Test
    void simpleTypesAndTheirArraysSurvive() throws Exception {
        final var settings = Settings.of(new Simple());
        final var loaded = ParameterSettings.load(Simple.class, settings);
        assertThat(Settings.xml(Settings.of(loaded))).isEqualTo(Settings.xml(settings));
        assertThat(loaded.m_doubles).containsExactly(1, 2);
        assertThat(loaded.m_char).isEqualTo('c');
    }

    static final class Times implements NodeParameters {
        LocalDate m_date = LocalDate.of(2024, 2, 29);
        LocalTime m_time = LocalTime.of(1, 2, 3);
        ZonedDateTime m_zoned = ZonedDateTime.parse("2024-02-29T01:02:03+01:00[Europe/Zurich]");
        ZoneId m_zone = ZoneId.of("Europe/Zurich");
    }

    @Test
    void timesAreTextAndLongerTextsAreAccepted() throws Exception {
        final var settings = Settings.of(new Times());
        assertThat(settings.getString("date")).isEqualTo("2024-02-29");
        assertThat(settings.getString("time")).isEqualTo("01:02:03");
        settings.addString("date", "2025-01-01T10:00:00");
        settings.addString("time", "2025-01-01T10:00:00+01:00[Europe/Zurich]");
        settings.addString("zone", "2025-01-01T10:00:00+02:00[Europe/Athens]");
        final var loaded = ParameterSettings.load(Times.class, settings);
        assertThat(loaded.m_date).isEqualTo("2025-01-01");
        assertThat(loaded.m_time).isEqualTo("10:00");
        assertThat(loaded.m_zone).isEqualTo(ZoneId.of("Europe/Athens"));
        settings.addString("date", "tomorrow");
        assertThatThrownBy(() -> ParameterSettings.load(Times.class, settings))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'tomorrow'")
            .hasMessageContaining("'date'");
    }

    static final class Groups implements NodeParameters {
        static class Generic<T> implements Persistable {
            T m_content;
        }

        static final class Named extends Generic<String> {
            Named() {
                m_content = "x";
            }
        }

        Named m_named = new Named();
        Generic<Integer> m_number = new Generic<>();
        List<Named> m_list = new ArrayList<>(List.of(new Named(), new Named()));
        Named[] m_none;
    }

    @Test
    void groupsAreLevelsAndElementsAreNumbered() throws Exception {
        final var groups = new Groups();
        groups.m_number.m_content = 3;
        groups.m_list.get(1).m_content = "second";
        final var settings = Settings.of(groups);
        assertThat(settings.getNodeSettings("named").getString("content")).isEqualTo("x");
        assertThat(settings.getNodeSettings("number").getInt("content")).isEqualTo(3);
        assertThat(settings.getNodeSettings("list").keySet()).containsExactly("0", "1");
        assertThat(settings.getNodeSettings("none").keySet()).isEmpty();
        final var loaded = ParameterSettings.load(Groups.class, settings);
        assertThat(loaded.m_list).extracting(n -> n.m_content).containsExactly("x", "second");
        assertThat(loaded.m_none).isEmpty();
        assertThat(loaded.m_number.m_content).isEqualTo(3);
    }

    static final class Unsupported implements NodeParameters {
        List<String> m_names = List.of();
    }

    static final class UnsupportedGroups implements NodeParameters {
        Set<Groups.Named> m_names = Set.of();
    }

    static final class Clash implements NodeParameters {
        int m_a;
        int a;
    }

    static final class NoConstructor implements NodeParameters {
        NoConstructor(final int unused) {
            assertThat(unused).isPositive();
        }
    }

    @Test
    void whatKnimeCannotSaveIsRefusedByName() {
        assertThatThrownBy(() -> Settings.of(new Unsupported())).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("m_names").hasMessageContaining("java.util.List<java.lang.String>");
        assertThatThrownBy(() -> ParameterSettings.load(UnsupportedGroups.class, Settings.of(new UnsupportedGroups())))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("java.util.Set");
        assertThatThrownBy(() -> Settings.of(new Clash())).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("saved as a");
        assertThatThrownBy(() -> ParameterSettings.load(NoConstructor.class, new NodeSettings("model")))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("constructor without arguments");
    }

    static final class Guessing implements NodeParameters {
        String m_column = "";

        Guessing() {
        }

        Guessing(final NodeParametersInput input) {
            m_column = input.getInTableSpec(0).map(DataTableSpec::getName).orElse("unknown");
        }
    }

    @Test
    void defaultsComeFromTheInputWhereTheClassLooksAtIt() {
        assertThat(ParameterSettings.defaults(Guessing.class, PortsInput.ofTables(new DataTableSpec("t"))).m_column)
            .isEqualTo("t");
        assertThat(ParameterSettings.defaults(Guessing.class, PortsInput.ofTables((DataTableSpec)null)).m_column)
            .isEqualTo("unknown");
        assertThat(ParameterSettings.defaults(Choice.class, PortsInput.ofTables()).m_mode).isEqualTo(Choice.Mode.FIRST);
    }
}

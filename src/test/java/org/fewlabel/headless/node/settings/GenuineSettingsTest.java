package org.fewlabel.headless.node.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.fewlabel.headless.node.settings.SampleParameters.ConstantColumns;
import org.fewlabel.headless.node.settings.SampleParameters.Join;
import org.fewlabel.headless.node.settings.SampleParameters.Partition;
import org.fewlabel.headless.node.settings.SampleParameters.Read;
import org.fewlabel.headless.node.settings.SampleParameters.Scale;
import org.fewlabel.headless.node.settings.SampleParameters.Source;
import org.fewlabel.headless.node.settings.SampleParameters.Split;
import org.fewlabel.headless.node.settings.SampleParameters.TableEditor;
import org.fewlabel.headless.node.settings.SampleParameters.Train;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.node.parameters.NodeParameters;

/** What KNIME wrote is read, and written again with the same keys, types, values and order. */
class GenuineSettingsTest {

    static Stream<Arguments> samples() {
        return Stream.of(Arguments.of("demo/KBuild Source (#1)", Source.class),
            Arguments.of("demo/KBuild Scale (#2)", Scale.class), Arguments.of("demo/KBuild Train (#3)", Train.class),
            Arguments.of("csv/KBuild Scale (#3)", Scale.class),
            Arguments.of("demo/Constant Value Column Filter (#7)", ConstantColumns.class),
            Arguments.of("csv/Table Partitioner (#2)", Partition.class),
            Arguments.of("csv/CSV Reader (#1)", Read.class),
            Arguments.of("base-nodes-5.9/Joiner (#7)", Join.class),
            Arguments.of("base-nodes-5.9/Row Splitter (#6)", Split.class),
            Arguments.of("base-nodes-5.9/Table Creator (#5)", TableEditor.class));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areWrittenAgainAsTheyWere(final String path, final Class<? extends NodeParameters> type) throws Exception {
        final var genuine = Settings.genuine(path);
        final var parameters = ParameterSettings.load(type, genuine);
        assertThat(Settings.xml(Settings.of(parameters))).isEqualTo(Settings.xml(genuine));
    }

    @Test
    void haveTheValuesThatTheUserChose() throws Exception {
        final var scale = ParameterSettings.load(Scale.class, Settings.genuine("demo/KBuild Scale (#2)"));
        assertThat(scale.m_factor).isEqualTo(2);
        assertThat(scale.m_mode).isEqualTo(Scale.Mode.MULTIPLY);
        assertThat(scale.m_opt).isEmpty();
        assertThat(scale.m_optSet).contains("hi");
        assertThat(scale.m_long).isEqualTo(1L << 40);
        assertThat(scale.m_date).isEqualTo("2026-01-02");
        assertThat(scale.m_dt).isEqualTo("2026-01-02T03:04:05");
        assertThat(scale.m_strs).containsExactly("p", "q");
        assertThat(scale.m_elems).extracting(e -> e.m_name + e.m_w).containsExactly("e00.25", "e10.75");
        assertThat(scale.m_nested.m_other).isEqualTo("rr");
        assertThat(scale.m_classic).isEqualTo(5);
    }
}

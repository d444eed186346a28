package org.fewlabel.headless.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fewlabel.nodes.TestTable;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;

class AnnouncedSpecsTest {

    private static final PortObject[] MADE = {new TestTable().ints("a", 1).strings("b", "x").build()};

    private static String compare(final PortObjectSpec announced, final boolean strict) {
        return AnnouncedSpecs.compare("Some Node", new PortObjectSpec[]{announced}, MADE, strict);
    }

    private static DataTableSpec spec(final String[] names, final DataType... types) {
        return new DataTableSpec(names, types);
    }

    @Test
    void whatIsAnnouncedIsWhatIsMade() {
        final var same = spec(new String[]{"a", "b"}, IntCell.TYPE, StringCell.TYPE);
        assertThat(same).isNotEqualTo(MADE[0].getSpec()).as("the domains differ");
        for (final var strict : new boolean[]{true, false}) {
            assertThat(compare(same, strict)).isNull();
            assertThat(compare(MADE[0].getSpec(), strict)).isNull();
            assertThat(compare(null, strict)).isNull();
        }
    }

    @Test
    void otherColumnsAreAWarningAsInKnimeAndAnErrorInTests() {
        for (final var other : new DataTableSpec[]{new DataTableSpec(),
            spec(new String[]{"b", "a"}, StringCell.TYPE, IntCell.TYPE),
            spec(new String[]{"a", "c"}, IntCell.TYPE, StringCell.TYPE),
            spec(new String[]{"a", "b"}, StringCell.TYPE, StringCell.TYPE)}) {
            assertThat(compare(other, false)).isEqualTo(AnnouncedSpecs.OTHER.formatted(1));
            assertThatThrownBy(() -> compare(other, true)).isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Some Node announced at output port 1")
                .hasMessageContaining("[a: Number (Integer), b: String]");
        }
    }

    @Test
    void aMoreGeneralTypeIsNoWarningInKnimeButAnErrorInTests() {
        final var general = spec(new String[]{"a", "b"}, DataType.getCommonSuperType(DoubleCell.TYPE, IntCell.TYPE),
            StringCell.TYPE);
        assertThat(general.getColumnSpec(0)).isNotEqualTo(new DataColumnSpecCreator("a", IntCell.TYPE).createSpec());
        assertThat(compare(general, false)).isNull();
        assertThatThrownBy(() -> compare(general, true)).isInstanceOf(AssertionError.class);
    }

    @Test
    void assertionsAreOnInTests() {
        assertThatThrownBy(() -> AnnouncedSpecs.compare("Some Node", new PortObjectSpec[]{new DataTableSpec()}, MADE))
            .isInstanceOf(AssertionError.class);
    }
}

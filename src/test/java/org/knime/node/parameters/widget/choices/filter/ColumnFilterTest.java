package org.knime.node.parameters.widget.choices.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.node.parameters.widget.choices.filter.LegacyFilterUtil.ColumnFilterBuilder;
import org.knime.node.parameters.widget.choices.filter.TypedStringFilter.Mode;

class ColumnFilterTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"a1", "B2", "ab", "label"},
        new DataType[]{IntCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, StringCell.TYPE});

    @Test
    void choosesNothingAtFirst() {
        assertThat(new ColumnFilter().filterFromFullSpec(SPEC)).isEmpty();
    }

    @Test
    void selectsByHandInTheOrderOfTheTableAndReturnsMissingNames() {
        final var filter = new ColumnFilter(new String[]{"label", "gone", "a1"});
        assertThat(filter.filterFromFullSpec(SPEC)).containsExactly("a1", "label");
        assertThat(filter.getMissingSelectedFromFullSpec(SPEC)).containsExactly("gone");
        assertThat(filter.getMissingSelected(List.of())).containsExactly("label", "gone", "a1");
    }

    @Test
    void unknownColumnsAreChosenOnlyOnRequest() {
        final var filter = new ColumnFilter(List.of(new DataColumnSpecCreator("a1", IntCell.TYPE).createSpec()));
        filter.m_manualFilter.m_manuallyDeselected = new String[]{"label"};
        assertThat(filter.filterFromFullSpec(SPEC)).containsExactly("a1");
        assertThat(filter.withIncludeUnknownColumns().filterFromFullSpec(SPEC)).containsExactly("a1", "B2", "ab");
        assertThat(filter.getMissingSelectedFromFullSpec(new DataTableSpec())).isEmpty();
        assertThat(filter.withExcludeUnknownColumns().filterFromFullSpec(SPEC)).containsExactly("a1");
    }

    /** Manually selected and missing names are ignored once unknown columns are included. */
    @Test
    void withUnknownColumnsOnlyWhatIsDeselectedCounts() {
        final var filter = new ColumnFilterBuilder().withManuallySelected(new String[]{"gone", "a1"})
            .withManuallyDeselected(new String[]{"B2", "gone too"}).withIncludeUnknownColumns(true).build();
        assertThat(filter.filterFromFullSpec(SPEC)).containsExactly("a1", "ab", "label");
        assertThat(filter.getMissingSelectedFromFullSpec(SPEC)).isEmpty();
        filter.withExcludeUnknownColumns();
        assertThat(filter.filterFromFullSpec(SPEC)).containsExactly("a1");
        assertThat(filter.getMissingSelectedFromFullSpec(SPEC)).containsExactly("gone");
    }

    @Test
    void aNameThatStandsTwiceCannotBeRead() {
        final var filter = new ColumnFilter(new String[]{"a1", "a1"});
        assertThatThrownBy(() -> filter.filterFromFullSpec(SPEC)).isInstanceOf(IllegalArgumentException.class);
        assertThat(filter.withIncludeUnknownColumns().filterFromFullSpec(SPEC)).hasSize(4);
    }

    @Test
    void isMadeOfPiecesAndTakenToPieces() {
        for (final var mode : ColumnFilterBuilder.Mode.values()) {
            final var filter = new ColumnFilterBuilder().withMode(mode).withManuallySelected(new String[]{"a1"})
                .withManuallyDeselected(new String[]{"B2"}).withIncludeUnknownColumns(true).withPattern("a.").build();
            final var pieces = new ArrayList<Object>();
            LegacyFilterUtil.saveColumnFilter(filter, pieces::add, names -> pieces.add(List.of(names)),
                names -> pieces.add(List.of(names)), pieces::add, (pattern, caseSensitive, inverted, kind) -> pieces
                    .add(pattern + caseSensitive + inverted + kind),
                types -> pieces.add(List.of(types)));
            assertThat(pieces).containsExactly(mode, List.of("a1"), List.of("B2"), true,
                "a.falsefalse" + (mode == ColumnFilterBuilder.Mode.REGEX ? "REGEX" : "WILDCARD"), List.of());
            assertThat(filter.filterFromFullSpec(SPEC)).isEqualTo(switch (mode) {
                case MANUAL -> new String[]{"a1", "ab", "label"};
                case REGEX -> new String[]{"a1", "ab"};
                case WILDCARD, TYPE -> new String[0];
            });
        }
    }

    @Test
    void choosesByWildcard() {
        assertThat(byPattern(Mode.WILDCARD, "a?", false, false)).containsExactly("a1", "ab");
        assertThat(byPattern(Mode.WILDCARD, "*B*", false, false)).containsExactly("B2", "ab", "label");
        assertThat(byPattern(Mode.WILDCARD, "*B*", true, false)).containsExactly("B2");
        assertThat(byPattern(Mode.WILDCARD, "*B*", true, true)).containsExactly("a1", "ab", "label");
        assertThat(byPattern(Mode.WILDCARD, "a.", false, false)).isEmpty();
    }

    @Test
    void choosesByRegularExpression() {
        assertThat(byPattern(Mode.REGEX, "[ab][0-9]", false, false)).containsExactly("a1", "B2");
        assertThat(byPattern(Mode.REGEX, "[ab][0-9]", true, false)).containsExactly("a1");
        assertThat(byPattern(Mode.REGEX, "", false, false)).isEmpty();
        assertThat(byPattern(Mode.REGEX, "", false, true)).hasSize(4);
        assertThat(byPattern(Mode.REGEX, "a", false, false)).isEmpty();
    }

    private static String[] byPattern(final Mode mode, final String pattern, final boolean caseSensitive,
        final boolean inverted) {
        final var filter = new ColumnFilter();
        filter.m_mode = mode;
        filter.m_patternFilter.m_pattern = pattern;
        filter.m_patternFilter.m_isCaseSensitive = caseSensitive;
        filter.m_patternFilter.m_isInverted = inverted;
        assertThat(SPEC.stream().filter(filter.getFilterPredicate()).map(c -> c.getName()))
            .containsExactly(filter.filterFromFullSpec(SPEC));
        return filter.filterFromFullSpec(SPEC);
    }

    @Test
    void choosesByTheExactTypeOfTheColumn() {
        final var filter = new ColumnFilter();
        filter.m_mode = Mode.TYPE;
        filter.m_typeFilter.m_selectedTypes = new String[]{DoubleValue.class.getName()};
        assertThat(filter.filterFromFullSpec(SPEC)).containsExactly("B2", "ab");
        assertThat(SPEC.stream().filter(filter.getFilterPredicate())).hasSize(2);
        assertThat(filter.getMissingSelectedFromFullSpec(SPEC)).isEmpty();
        assertThatThrownBy(filter::getStringFilterPredicate).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesCanBeFilteredWithoutTypes() {
        final var filter = new StringFilter(new String[]{"x", "gone"});
        assertThat(filter.filter(new String[]{"y", "x"})).containsExactly("x");
        assertThat(filter.getMissingSelected(new String[]{"y", "x"})).containsExactly("gone");
        filter.m_manualFilter.m_includeUnknownColumns = true;
        assertThat(filter.filter(new String[]{"y", "x"})).containsExactly("y", "x");
        filter.excludeUnknownColumn();
        filter.m_mode = StringFilter.Mode.WILDCARD;
        filter.m_patternFilter.m_pattern = "Y*";
        assertThat(filter.filter(new String[]{"y", "x"})).containsExactly("y");
        assertThat(filter.getMissingSelected(new String[]{"y", "x"})).containsExactly("y");
    }
}

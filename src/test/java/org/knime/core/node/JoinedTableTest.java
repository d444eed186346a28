package org.knime.core.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;

final class JoinedTableTest {

    private final ExecutionContexts.Execution execution = ExecutionContexts.create();

    private final ExecutionContext exec = execution.context();

    private BufferedDataTable table(final String column, final String... keys) {
        final var container = exec.createDataContainer(
            new DataTableSpec(column + "s", new DataColumnSpecCreator(column, IntCell.TYPE).createSpec()));
        for (var i = 0; i < keys.length; i++) {
            container.addRowToTable(new DefaultRow(keys[i], new IntCell(column.charAt(0) + i)));
        }
        container.close();
        return container.getTable();
    }

    private BufferedDataTable join(final BufferedDataTable left, final BufferedDataTable right)
        throws CanceledExecutionException {
        return exec.createJoinedTable(left, right, exec);
    }

    @Test
    void theColumnsOfTheSecondFollowThoseOfTheFirst() throws Exception {
        final var joined = join(table("a", "Row0", "x"), table("b", "Row0", "x"));
        assertThat(joined.getSpec().getName()).isEqualTo("as+bs");
        assertThat(joined.getSpec().getColumnNames()).containsExactly("a", "b");
        assertThat(joined.getSpec().getColumnSpec("b").getDomain().getUpperBound()).isEqualTo(new IntCell('b' + 1));
        assertThat(joined).extracting(row -> new DefaultRow(row.getKey(), row)).containsExactly(
            new DefaultRow("Row0", new IntCell('a'), new IntCell('b')),
            new DefaultRow("x", new IntCell('a' + 1), new IntCell('b' + 1)));
    }

    @Test
    void noColumnIsCopied() throws Exception {
        final var left = table("a", "x");
        final var right = table("b", "x");
        final var joined = join(left, right).stored();
        assertThat(joined.column(0)).isSameAs(left.stored().column(0));
        assertThat(joined.column(1)).isSameAs(right.stored().column(0));
    }

    @Test
    void otherRowsAreRefused() {
        assertThatThrownBy(() -> join(table("a", "x", "y", "z"), table("b", "x", "z", "y")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("row 2 is \"y\" in the first")
            .hasMessageContaining("\"z\" in the second");
        assertThatThrownBy(() -> join(table("a", "x", "y"), table("b", "x")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2").hasMessageContaining("1");
    }

    @Test
    void aNameInBothTablesIsRefused() {
        assertThatThrownBy(() -> join(table("a", "x"), table("a", "x"))).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"a\"");
    }

    @Test
    void theUserCanCancel() {
        final var left = table("a", "x");
        final var right = table("b", "x");
        execution.cancel();
        assertThatThrownBy(() -> join(left, right)).isInstanceOf(CanceledExecutionException.class);
    }
}

package org.knime.core.data.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;

final class ColumnRearrangerTest {

    private static final DataTableSpec SPEC = new DataTableSpec(new String[]{"a", "b", "c"},
        new DataType[]{IntCell.TYPE, IntCell.TYPE, IntCell.TYPE});

    private final ExecutionContexts.Execution execution = ExecutionContexts.create();

    private final ColumnRearranger rearranger = new ColumnRearranger(SPEC);

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private static CellFactory sum(final String name) {
        return new SingleCellFactory(column(name, IntCell.TYPE)) {
            @Override
            public DataCell getCell(final DataRow row) {
                return new IntCell(row.stream().mapToInt(cell -> ((IntCell)cell).getIntValue()).sum());
            }
        };
    }

    private BufferedDataTable input() {
        final var container = execution.context().createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("r0", 1, 2, 3));
        container.addRowToTable(new DefaultRow("r1", 10, 20, 30));
        container.close();
        return container.getTable();
    }

    private List<DataRow> rows() throws CanceledExecutionException {
        final var table = execution.context().createColumnRearrangeTable(input(), rearranger, execution.context());
        assertThat(table.getSpec().equalStructure(rearranger.createSpec())).isTrue();
        final var rows = new ArrayList<DataRow>();
        table.forEach(rows::add);
        assertThat(rows).extracting(row -> row.getKey().getString()).containsExactly("r0", "r1");
        return rows;
    }

    private static DataCell[] ints(final int... values) {
        return Arrays.stream(values).mapToObj(IntCell::new).toArray(DataCell[]::new);
    }

    @Test
    void newColumnsAreAppendedAndSeeTheOldRow() throws CanceledExecutionException {
        rearranger.remove("a");
        rearranger.append(sum("sum"));
        final var rows = rows();
        assertThat(rows.get(0)).containsExactly(ints(2, 3, 6));
        assertThat(rows.get(1)).containsExactly(ints(20, 30, 60));
        assertThat(rearranger.createSpec().getColumnNames()).containsExactly("b", "c", "sum");
    }

    @Test
    void newColumnsLearnedheirDomain() throws CanceledExecutionException {
        rearranger.append(sum("sum"));
        final var table = execution.context().createColumnRearrangeTable(input(), rearranger, execution.context());
        assertThat(table.getSpec().getColumnSpec("sum").getDomain().getUpperBound()).isEqualTo(new IntCell(60));
    }

    @Test
    void aColumnIsReplacedInItsPlace() throws CanceledExecutionException {
        rearranger.replace(sum("b"), 1);
        assertThat(rows().get(1)).containsExactly(ints(10, 60, 30));
        rearranger.replace(sum("sum"), 0);
        assertThat(rearranger.createSpec().getColumnNames()).containsExactly("sum", "b", "c");
    }

    @Test
    void oneFactoryMayMakeSeveralColumns() throws CanceledExecutionException {
        rearranger.insertAt(1, new AbstractCellFactory(column("x", IntCell.TYPE), column("y", StringCell.TYPE)) {
            @Override
            public DataCell[] getCells(final DataRow row, final long rowIndex) {
                return new DataCell[]{new IntCell((int)rowIndex), new StringCell(row.getKey().getString())};
            }
        });
        rearranger.keepOnly("x", "y", "c");
        assertThat(rows().get(1)).containsExactly(new IntCell(1), new StringCell("r1"), new IntCell(30));
    }

    @Test
    void keepingKeepsTheOrderOfTheTable() throws CanceledExecutionException {
        rearranger.keepOnly("c", "a");
        assertThat(rows().get(0)).containsExactly(ints(1, 3));
    }

    @Test
    void unknownAndRepeatedColumnsAreRefused() {
        assertThatThrownBy(() -> rearranger.remove("d")).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"d\"");
        assertThatThrownBy(() -> rearranger.keepOnly("a", "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rearranger.remove(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rearranger.replace(sum("s"), 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(rearranger.indexOf("d")).isEqualTo(-1);
    }

    @Test
    void aPlanWithTwoColumnsOfOneNameIsRefused() {
        rearranger.append(sum("a"));
        assertThatThrownBy(rearranger::createSpec).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"a\"");
    }

    @Test
    void aFactoryThatMakesTooFewCellsIsFound() {
        rearranger.append(new AbstractCellFactory(column("x", IntCell.TYPE), column("y", IntCell.TYPE)) {
            @Override
            public DataCell[] getCells(final DataRow row) {
                return new DataCell[1];
            }
        });
        assertThatThrownBy(this::rows).isInstanceOf(IllegalStateException.class).hasMessageContaining("\"r0\"");
    }

    @Test
    void cancelingEndsTheWork() {
        rearranger.append(sum("sum"));
        final var input = input();
        execution.cancel();
        assertThatThrownBy(
            () -> execution.context().createColumnRearrangeTable(input, rearranger, execution.context()))
            .isInstanceOf(CanceledExecutionException.class);
    }

    @Test
    void anotherTableThanThePlannedOneIsRefused() {
        final var other = new ColumnRearranger(new DataTableSpec(column("z", IntCell.TYPE)));
        final var input = input();
        assertThatThrownBy(() -> execution.context().createColumnRearrangeTable(input, other, execution.context()))
            .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.knime.core.data.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.DuplicateKeyException;

final class DataContainerTest {

    private final ExecutionContext exec = ExecutionContexts.create().context();

    private static DataTableSpec spec(final DataType... types) {
        return new DataTableSpec(
            IntStream.range(0, types.length).mapToObj(i -> "c" + i).toArray(String[]::new), types);
    }

    private BufferedDataTable table(final DataTableSpec spec, final boolean init, final DataCell[]... rows) {
        final var container = exec.createDataContainer(spec, init);
        for (var i = 0; i < rows.length; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), rows[i]));
        }
        container.close();
        return container.getTable();
    }

    private static DataCell[] row(final DataCell... cells) {
        return cells;
    }

    private DataColumnDomain domain(final DataType type, final DataCell... cells) {
        final var rows = new DataCell[cells.length][];
        for (var i = 0; i < cells.length; i++) {
            rows[i] = row(cells[i]);
        }
        return table(spec(type), false, rows).getSpec().getColumnSpec(0).getDomain();
    }

    @Test
    void everyKindOfCellComesBackAsItWentIn() {
        final var types = new DataType[]{DoubleCell.TYPE, IntCell.TYPE, LongCell.TYPE, StringCell.TYPE,
            BooleanCell.TYPE};
        final var full = row(new DoubleCell(Double.NaN), new IntCell(Integer.MIN_VALUE), new LongCell(Long.MAX_VALUE),
            new StringCell("naïve 😀"), BooleanCell.TRUE);
        final var gaps = new DataCell[types.length];
        Arrays.fill(gaps, DataType.getMissingCell());
        final var other = row(new DoubleCell(-0.0), new IntCell(0), new LongCell(0), new StringCell(""),
            BooleanCell.FALSE);
        final var table = table(spec(types), true, full, gaps, other);
        final var read = new ArrayList<DataRow>();
        table.forEach(read::add);
        assertThat(table.size()).isEqualTo(3);
        assertThat(read.get(0)).containsExactly(full);
        assertThat(read.get(1)).allMatch(DataCell::isMissing);
        assertThat(read.get(2)).containsExactly(other);
        assertThat(read).extracting(DataRow::getKey).containsExactly(new RowKey("Row0"), new RowKey("Row1"),
            new RowKey("Row2"));
    }

    @Test
    void theReasonOfAMissingCellIsKept() {
        final var table = table(spec(IntCell.TYPE), true, row(new MissingCell("sensor off")),
            row(DataType.getMissingCell()));
        final var rows = table.iterator();
        assertThat(((MissingValue)rows.next().getCell(0)).getError()).isEqualTo("sensor off");
        assertThat(((MissingValue)rows.next().getCell(0)).getError()).isNull();
    }

    @Test
    void aNarrowerCellInAWiderColumnStaysWhatItIs() {
        final var table = table(spec(DoubleCell.TYPE), true, row(new DoubleCell(1)), row(DataType.getMissingCell()),
            row(new IntCell(2)), row(new DoubleCell(3)));
        final var cells = new ArrayList<DataCell>();
        table.forEach(r -> cells.add(r.getCell(0)));
        assertThat(cells).containsExactly(new DoubleCell(1), DataType.getMissingCell(), new IntCell(2),
            new DoubleCell(3));
    }

    @Test
    void tablesLongerThanOneChunkKeepTheirOrder() {
        final var container = exec.createDataContainer(spec(LongCell.TYPE, IntCell.TYPE));
        final var rows = 70_000;
        for (var i = 0; i < rows; i++) {
            container.addRowToTable(new DefaultRow("k" + i, new LongCell(i), new IntCell(-i)));
        }
        container.close();
        var i = 0;
        for (final var row : container.getTable()) {
            assertThat(((LongCell)row.getCell(0)).getLongValue()).isEqualTo(i);
            assertThat(((IntCell)row.getCell(1)).getIntValue()).isEqualTo(-i);
            assertThat(row.getKey().getString()).isEqualTo("k" + i++);
        }
        assertThat(i).isEqualTo(rows);
    }

    @Test
    void duplicateKeysAreRefusedWhenTheTableIsClosed() {
        final var container = exec.createDataContainer(spec(IntCell.TYPE));
        for (final var key : List.of("Row0", "x", "Row1", "x")) {
            container.addRowToTable(new DefaultRow(key, new IntCell(1)));
        }
        assertThatThrownBy(container::close).isInstanceOf(DuplicateKeyException.class)
            .hasMessageContaining("\"x\"").hasMessageContaining("rows 2 and 4")
            .extracting(e -> ((DuplicateKeyException)e).getKey()).isEqualTo("x");
    }

    @Test
    void aKeyThatRepeatsACountedOneIsADuplicateToo() {
        final var container = exec.createDataContainer(spec(IntCell.TYPE));
        for (final var key : List.of("Row0", "Row1", "Row01", "Row1")) {
            container.addRowToTable(new DefaultRow(key, new IntCell(1)));
        }
        assertThatThrownBy(container::close).isInstanceOf(DuplicateKeyException.class)
            .hasMessageContaining("\"Row1\"");
    }

    @Test
    void aCellOfTheWrongTypeSurfacesWhenTheTableIsClosed() {
        final var container = exec.createDataContainer(spec(StringCell.TYPE, IntCell.TYPE));
        assertThatCode(() -> {
            container.addRowToTable(new DefaultRow("a", new StringCell("s"), new IntCell(1)));
            container.addRowToTable(new DefaultRow("b", new StringCell("s"), new DoubleCell(1.5)));
            container.addRowToTable(new DefaultRow("c", new StringCell("s"), new IntCell(1)));
        }).doesNotThrowAnyException();
        assertThatThrownBy(container::close).isInstanceOf(DataContainerException.class).hasMessageContaining("\"b\"")
            .hasMessageContaining("\"c1\"").hasMessageContaining("Number (Float)")
            .hasMessageContaining("Number (Integer)");
    }

    @Test
    void aRowOfTheWrongLengthSurfacesWhenTheTableIsClosed() {
        final var container = exec.createDataContainer(spec(IntCell.TYPE));
        container.addRowToTable(new DefaultRow("long", 1, 2));
        assertThatThrownBy(container::close).isInstanceOf(DataContainerException.class)
            .hasMessageContaining("\"long\"").hasMessageContaining("2 cells");
    }

    @Test
    void rowsAfterTheEndAndNullRowsAreErrors() {
        final var container = exec.createDataContainer(spec(IntCell.TYPE));
        assertThatThrownBy(() -> container.addRowToTable(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(container::getTable).isInstanceOf(IllegalStateException.class);
        assertThat(container.isClosed()).isFalse();
        container.close();
        container.close();
        assertThat(container.isClosed()).isTrue();
        assertThatThrownBy(() -> container.addRowToTable(new DefaultRow("a", 1)))
            .isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void nominalColumnsListTheirValuesInOrderOfAppearance() {
        final var domain = domain(StringCell.TYPE, new StringCell("b"), DataType.getMissingCell(),
            new StringCell("a"), new StringCell("b"));
        assertThat(domain.getValues()).containsExactly(new StringCell("b"), new StringCell("a"));
        assertThat(domain.hasBounds()).isFalse();
    }

    @Test
    void sixtyValuesAreListedAndSixtyOneAreNot() {
        final var sixty = IntStream.range(0, 60).mapToObj(i -> new StringCell("v" + i)).toArray(DataCell[]::new);
        assertThat(domain(StringCell.TYPE, sixty).getValues()).hasSize(60);
        final var more = IntStream.range(0, 61).mapToObj(i -> new StringCell("v" + i)).toArray(DataCell[]::new);
        assertThat(domain(StringCell.TYPE, more).hasValues()).isFalse();
    }

    @Test
    void numberColumnsHaveBoundsThatPassOverMissingAndNaN() {
        final var domain = domain(DoubleCell.TYPE, new DoubleCell(Double.NaN), new DoubleCell(3),
            DataType.getMissingCell(), new DoubleCell(-2), new DoubleCell(Double.POSITIVE_INFINITY));
        assertThat(domain.getLowerBound()).isEqualTo(new DoubleCell(-2));
        assertThat(domain.getUpperBound()).isEqualTo(new DoubleCell(Double.POSITIVE_INFINITY));
        assertThat(domain.hasValues()).isFalse();
        assertThat(domain(DoubleCell.TYPE).hasBounds()).isFalse();
        assertThat(domain(StringCell.TYPE).getValues()).isEmpty();
    }

    @Test
    void domainsStartFromTheSpecOnlyIfAskedTo() {
        final var text = new DataColumnSpecCreator("t", StringCell.TYPE);
        text.setDomain(new DataColumnDomainCreator(new DataCell[]{new StringCell("old")}).createDomain());
        final var number = new DataColumnSpecCreator("n", IntCell.TYPE);
        number.setDomain(new DataColumnDomainCreator(new IntCell(5), new IntCell(6)).createDomain());
        final var spec = new DataTableSpec(text.createSpec(), number.createSpec());
        final var rows = row(new StringCell("new"), new IntCell(1));

        final var grown = table(spec, true, rows).getSpec();
        assertThat(grown.getColumnSpec("t").getDomain().getValues()).containsExactly(new StringCell("old"),
            new StringCell("new"));
        assertThat(grown.getColumnSpec("n").getDomain().getLowerBound()).isEqualTo(new IntCell(1));
        assertThat(grown.getColumnSpec("n").getDomain().getUpperBound()).isEqualTo(new IntCell(6));

        final var fresh = table(spec, false, rows).getSpec();
        assertThat(fresh.getColumnSpec("t").getDomain().getValues()).containsExactly(new StringCell("new"));
        assertThat(fresh.getColumnSpec("n").getDomain().getUpperBound()).isEqualTo(new IntCell(1));

        final var asGiven = exec.createDataContainer(spec,
            DataContainerSettings.builder().withInitializedDomain(true).withDomainUpdate(false).build());
        asGiven.addRowToTable(new DefaultRow("r", rows));
        asGiven.close();
        assertThat(asGiven.getTable().getSpec()).isEqualTo(spec);
    }

    @Test
    void partsOfATableHaveTheAskedRowsAndMissingCellsElsewhere() {
        final var table = table(spec(IntCell.TYPE, IntCell.TYPE), true, row(new IntCell(0), new IntCell(10)),
            row(new IntCell(1), new IntCell(11)), row(new IntCell(2), new IntCell(12)));
        final var rows = table.filter(new TableFilter.Builder().withFromRowIndex(1).withToRowIndex(1)
            .withMaterializeColumnIndices(1).build()).iterator();
        final var row = rows.next();
        assertThat(row.getKey().getString()).isEqualTo("Row1");
        assertThat(row).containsExactly(DataType.getMissingCell(), new IntCell(11));
        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        assertThat(table.filter(TableFilter.filterRowsFromIndex(3)).iterator().hasNext()).isFalse();
        assertThatThrownBy(() -> table.filter(TableFilter.materializeCols(2)))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> table.filter(TableFilter.filterRowsToIndex(3)))
            .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> TableFilter.filterRangeOfRows(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aClosedWalkEnds() {
        final var rows = table(spec(IntCell.TYPE), true, row(new IntCell(0)), row(new IntCell(1))).iterator();
        rows.next();
        rows.close();
        assertThat(rows.hasNext()).isFalse();
    }

    /** 100,000 x 50 numbers are 40 MB as numbers, and five times that as cells. */
    @Test
    void numbersTakeEightBytesEach() {
        final var rows = 100_000;
        final var columns = 50;
        final var names = IntStream.range(0, columns).mapToObj(i -> "c" + i).toArray(String[]::new);
        final var types = new DataType[columns];
        Arrays.fill(types, DoubleCell.TYPE);
        final var before = usedMemory();
        final BufferedDataContainer container = exec.createDataContainer(new DataTableSpec(names, types));
        final var values = new double[columns];
        for (var i = 0; i < rows; i++) {
            Arrays.fill(values, i);
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), values));
        }
        container.close();
        final var used = usedMemory() - before;
        assertThat(container.getTable().size()).isEqualTo(rows);
        assertThat(used).isLessThan(60L << 20);
    }

    private static long usedMemory() {
        final var runtime = Runtime.getRuntime();
        for (var i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

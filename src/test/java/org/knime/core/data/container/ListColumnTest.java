package org.knime.core.data.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.MissingValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;

/** Columns of lists of numbers, which are not kept as cells. */
final class ListColumnTest {

    private static BufferedDataContainer container() {
        return ExecutionContexts.create().context().createDataContainer(new DataTableSpec(
            new DataColumnSpecCreator("list", ListCell.getCollectionType(DoubleCell.TYPE)).createSpec()));
    }

    private static BufferedDataTable table(final List<DataCell> cells) {
        final var container = container();
        for (var i = 0; i < cells.size(); i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), cells.get(i)));
        }
        container.close();
        return container.getTable();
    }

    private static List<DataCell> read(final BufferedDataTable table) {
        final var cells = new ArrayList<DataCell>();
        table.forEach(row -> cells.add(row.getCell(0)));
        return cells;
    }

    private static DataCell list(final DataCell... elements) {
        return CollectionCellFactory.createListCell(List.of(elements));
    }

    private static DataCell numbers(final double... numbers) {
        return list(Arrays.stream(numbers).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    @Test
    void listsComeBackAsTheyWentIn() {
        final var missing = DataType.getMissingCell();
        final var cells = List.of(numbers(1, -0.0, Double.NaN, Double.NEGATIVE_INFINITY), missing, numbers(),
            list(missing, new DoubleCell(2), missing), numbers(3), new MissingCell("no picture"), list(missing));
        final var read = read(table(cells));
        assertThat(read).isEqualTo(cells);
        assertThat(read.get(0).getType()).isEqualTo(ListCell.getCollectionType(DoubleCell.TYPE));
        assertThat(read).extracting(DataCell::toString).isEqualTo(cells.stream().map(DataCell::toString).toList());
        assertThat(((MissingValue)read.get(5)).getError()).isEqualTo("no picture");
    }

    @Test
    void aMissingNumberKeepsItsReason() {
        final var read = (ListCell)read(table(List.of(numbers(1, 2),
            list(new DoubleCell(3), new MissingCell("too dark")), numbers(4)))).get(1);
        assertThat(read.get(0)).isEqualTo(new DoubleCell(3));
        assertThat(((MissingValue)read.get(1)).getError()).isEqualTo("too dark");
    }

    @Test
    void numbersThatNeedMoreBitsComeAfterSomeThatDoNot() {
        final var cells = new ArrayList<DataCell>();
        for (var row = 0; row < 3000; row++) {
            cells.add(row % 7 == 0 ? list(DataType.getMissingCell(), new DoubleCell(row))
                : numbers(row * 0.5, -0.0, Double.NaN, Float.MAX_VALUE, Float.MIN_VALUE, Double.POSITIVE_INFINITY));
        }
        final var narrow = read(table(cells));
        assertThat(narrow).isEqualTo(cells);
        cells.add(numbers(0.1, 1e300, Double.MIN_VALUE, Double.longBitsToDouble(0x7FF8_0000_0000_0123L)));
        cells.add(numbers(1, 2));
        final var read = read(table(cells));
        assertThat(read.subList(0, 3000)).isEqualTo(narrow);
        assertThat(bits(read.get(1))).isEqualTo(bits(cells.get(1)));
        assertThat(bits(read.get(3000))).isEqualTo(bits(cells.get(3000)));
        assertThat(read.get(3001)).isEqualTo(cells.get(3001));
    }

    private static List<Long> bits(final DataCell list) {
        return ((ListCell)list).stream().map(c -> Double.doubleToRawLongBits(((DoubleCell)c).getDoubleValue()))
            .toList();
    }

    @Test
    void noNumberIsTakenForAMissingOne() {
        final var bits = new long[]{0xFFF8_6D69_7373_6564L, 0x7FF8_0000_0000_0000L, -1L};
        final var cells = IntStream.range(0, bits.length).mapToObj(i -> numbers(Double.longBitsToDouble(bits[i]), i))
            .toList();
        final var read = read(table(cells));
        for (var i = 0; i < bits.length; i++) {
            final var number = ((ListCell)read.get(i)).get(0);
            assertThat(number.isMissing()).isFalse();
            assertThat(Double.doubleToRawLongBits(((DoubleCell)number).getDoubleValue())).isEqualTo(bits[i]);
        }
    }

    @Test
    void listsOfOtherCellsAreKeptToo() {
        final var cells = List.of(numbers(1, 2), DataType.getMissingCell(), list(new IntCell(3), new DoubleCell(4)),
            numbers(5));
        assertThat(read(table(cells))).isEqualTo(cells);
        assertThat(((ListCell)read(table(cells)).get(2)).get(0)).isInstanceOf(IntCell.class);
    }

    @Test
    void listsOfAnyLengthKeepTheirPlaces() {
        final var random = new Random(3);
        final var cells = IntStream.range(0, 2000).<DataCell>mapToObj(
            i -> random.nextInt(20) == 0 ? DataType.getMissingCell()
                : numbers(random.doubles(random.nextInt(60)).toArray()))
            .toList();
        assertThat(read(table(cells))).isEqualTo(cells);
    }

    /** 20,000 lists of 128 numbers are 20 MB as numbers, and three times that as cells. */
    @Test
    void aNumberInAListTakesEightBytes() {
        final var rows = 20_000;
        final var before = usedMemory();
        final var container = container();
        final var values = new double[128];
        for (var i = 0; i < rows; i++) {
            Arrays.fill(values, i);
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), numbers(values)));
        }
        container.close();
        final var used = usedMemory() - before;
        assertThat(container.getTable().size()).isEqualTo(rows);
        assertThat(used).isLessThan(30L << 20);
    }

    private static long usedMemory() {
        final var runtime = Runtime.getRuntime();
        for (var i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

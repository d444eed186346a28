package org.fewlabel.nodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.headless.slice.ExecutionContexts;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.vector.bitvector.DenseBitVectorCell;
import org.knime.core.data.vector.bitvector.DenseBitVectorCellFactory;
import org.knime.core.data.vector.bytevector.DenseByteVector;
import org.knime.core.data.vector.bytevector.DenseByteVectorCell;
import org.knime.core.data.vector.bytevector.DenseByteVectorCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataTable;

/** Tables for tests, column by column; {@code null} is a missing cell. */
public final class TestTable {

    private final List<DataColumnSpec> columns = new ArrayList<>();

    private final List<Object[]> values = new ArrayList<>();

    public TestTable strings(final String name, final Object... cells) {
        return column(name, StringCell.TYPE, cells);
    }

    public TestTable doubles(final String name, final Object... cells) {
        return column(name, DoubleCell.TYPE, cells);
    }

    public TestTable ints(final String name, final Object... cells) {
        return column(name, IntCell.TYPE, cells);
    }

    public TestTable longs(final String name, final Object... cells) {
        return column(name, LongCell.TYPE, cells);
    }

    public TestTable booleans(final String name, final Object... cells) {
        return column(name, BooleanCell.TYPE, cells);
    }

    /** Each cell is a text of 0 and 1, the first bit first. */
    public TestTable bits(final String name, final Object... cells) {
        return column(name, DenseBitVectorCell.TYPE, cells);
    }

    /** Each cell is an array of bytes, read as counts from 0 to 255. */
    public TestTable counts(final String name, final Object... cells) {
        return column(name, DenseByteVectorCell.TYPE, cells);
    }

    /** Each cell is an array of numbers and becomes a list of number cells. */
    public TestTable lists(final String name, final Object... cells) {
        return column(name, ListCell.getCollectionType(DoubleCell.TYPE), cells);
    }

    /** Each cell is an array of numbers and becomes a vector. */
    public TestTable vectors(final String name, final Object... cells) {
        return column(name, DoubleVectorCellFactory.TYPE, cells);
    }

    /** Each cell is an array of bytes, as of a file. */
    public TestTable files(final String name, final Object... cells) {
        return column(name, BinaryObjectDataCell.TYPE, cells);
    }

    /** Each cell is an array of bytes, as of a PNG file. */
    public TestTable images(final String name, final Object... cells) {
        return column(name, PNGImageCellFactory.TYPE, cells);
    }

    /** Each cell is one already. */
    public TestTable cells(final String name, final DataType type, final Object... cells) {
        return column(name, type, cells);
    }

    private TestTable column(final String name, final DataType type, final Object[] cells) {
        columns.add(new DataColumnSpecCreator(name, type).createSpec());
        values.add(cells);
        return this;
    }

    public BufferedDataTable build() {
        final var container = ExecutionContexts.create().context()
            .createDataContainer(new DataTableSpec(columns.toArray(DataColumnSpec[]::new)));
        for (var row = 0; !values.isEmpty() && row < values.get(0).length; row++) {
            final var r = row;
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)row), IntStream.range(0, columns.size())
                .mapToObj(c -> cell(values.get(c)[r], columns.get(c).getType())).toArray(DataCell[]::new)));
        }
        container.close();
        return container.getTable();
    }

    private static DataCell cell(final Object value, final DataType type) {
        if (value == null) {
            return DataType.getMissingCell();
        }
        if (value instanceof DataCell cell) {
            return cell;
        }
        if (type.equals(StringCell.TYPE)) {
            return new StringCell((String)value);
        }
        if (type.equals(PNGImageCellFactory.TYPE)) {
            return PNGImageCellFactory.create((byte[])value);
        }
        if (type.equals(BinaryObjectDataCell.TYPE)) {
            return new BinaryObjectCellFactory().create((byte[])value);
        }
        if (type.equals(DenseBitVectorCell.TYPE)) {
            final var text = (String)value;
            final var bits = new DenseBitVectorCellFactory(text.length());
            IntStream.range(0, text.length()).filter(b -> text.charAt(b) == '1').forEach(bits::set);
            return bits.createDataCell();
        }
        if (type.equals(DenseByteVectorCell.TYPE)) {
            return new DenseByteVectorCellFactory(new DenseByteVector((byte[])value)).createDataCell();
        }
        if (type.equals(DoubleVectorCellFactory.TYPE)) {
            return DoubleVectorCellFactory.createCell((double[])value);
        }
        if (type.isCollectionType()) {
            return CollectionCellFactory
                .createListCell(Arrays.stream((double[])value).mapToObj(DoubleCell::new).toList());
        }
        if (type.equals(BooleanCell.TYPE)) {
            return (Boolean)value ? BooleanCell.TRUE : BooleanCell.FALSE;
        }
        if (type.equals(IntCell.TYPE)) {
            return new IntCell(((Number)value).intValue());
        }
        return type.equals(LongCell.TYPE) ? new LongCell(((Number)value).longValue())
            : new DoubleCell(((Number)value).doubleValue());
    }

    /** Two groups of rows around 0 and 10; the first of each carries its label. */
    public static TestTable twoGroups(final int perGroup, final String first, final String second) {
        final var x = new Object[2 * perGroup];
        final var y = new Object[2 * perGroup];
        final var label = new Object[2 * perGroup];
        final var random = new Random(7);
        for (var i = 0; i < 2 * perGroup; i++) {
            final var center = i < perGroup ? 0 : 10;
            x[i] = center + random.nextGaussian();
            y[i] = -center + random.nextGaussian();
        }
        label[0] = first;
        label[perGroup] = second;
        return new TestTable().doubles("x", x).doubles("y", y).strings("label", label);
    }

    /** The cells of a column as text, {@code null} for a missing one. */
    public static List<String> texts(final BufferedDataTable table, final String column) {
        final var index = table.getDataTableSpec().findColumnIndex(column);
        if (index < 0) {
            throw new AssertionError("There is no column " + column + " in "
                + List.of(table.getDataTableSpec().getColumnNames()).toString().toLowerCase(Locale.ROOT));
        }
        final var texts = new ArrayList<String>();
        for (final var row : table) {
            texts.add(row.getCell(index).isMissing() ? null : row.getCell(index).toString());
        }
        return texts;
    }
}

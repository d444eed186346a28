package org.fewlabel.nodes.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

import org.fewlabel.nodes.TestRun;
import org.fewlabel.nodes.TestTable;
import org.fewlabel.nodes.encode.encoderapply.EncoderApplyNodeFactory;
import org.fewlabel.port.EncoderPortObject;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;

/** Tables to encode, and their embeddings. */
public final class EncodedTables {

    private EncodedTables() {
    }

    /** Rows of two groups, separated by numbers, one of them sometimes missing, a color and a boolean. */
    public static TestTable groups(final int rows) {
        return groups(rows, rows);
    }

    /** The same, but from one row on they are like nothing before. */
    public static TestTable groups(final int rows, final int strange) {
        final var random = new Random(rows);
        final var size = new Object[rows];
        final var weight = new Object[rows];
        final var age = new Object[rows];
        final var length = new Object[rows];
        final var color = new Object[rows];
        final var smoker = new Object[rows];
        for (var i = 0; i < rows; i++) {
            final var odd = i % 2 == 1;
            final var wild = i >= strange;
            size[i] = wild ? 1e6 * i : (odd ? 8 : 0) + random.nextGaussian();
            weight[i] = wild ? null : (odd ? 90 : 60) + 5 * random.nextGaussian();
            age[i] = i % 7 == 3 ? null : wild ? -1 : 40 + 10 * random.nextGaussian();
            length[i] = wild ? -1e6 : (odd ? 3 : -3) + random.nextGaussian();
            color[i] = wild ? "purple" : odd ? "red" : random.nextInt(4) == 0 ? "green" : "blue";
            smoker[i] = wild ? null : odd ^ random.nextInt(5) == 0;
        }
        return new TestTable().doubles("size", size).doubles("weight", weight).doubles("age", age)
            .doubles("length", length).strings("colour", color).booleans("smoker", smoker);
    }

    public static Object[] cells(final int rows, final IntFunction<Object> cell) {
        final var cells = new Object[rows];
        for (var i = 0; i < rows; i++) {
            cells[i] = cell.apply(i);
        }
        return cells;
    }

    /** What an encoder makes of the rows, as Encoder Apply appends it. */
    public static List<DataCell> embedding(final EncoderPortObject encoder, final BufferedDataTable table)
        throws Exception {
        return column(TestRun.of(new EncoderApplyNodeFactory(), encoder, table).table(0), "Embedding");
    }

    public static List<DataCell> column(final BufferedDataTable table, final String column) {
        final var index = table.getDataTableSpec().findColumnIndex(column);
        final var cells = new ArrayList<DataCell>();
        for (final var row : table) {
            cells.add(row.getCell(index));
        }
        return cells;
    }
}

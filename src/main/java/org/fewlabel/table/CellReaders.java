package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.VectorColumn;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** Collects the cells of some columns, row by row, into arrays. */
final class CellReaders {

    private final CellReader[] readers;

    private final int[] index;

    private final ReadingNotes notes;

    private CellReaders(final CellReader[] readers, final int[] index, final ReadingNotes notes) {
        this.readers = readers;
        this.index = index;
        this.notes = notes;
    }

    /**
     * @param columns each is in the table with a type of its kind
     * @param rows how many rows there are at most
     */
    static CellReaders of(final DataTableSpec spec, final List<FeatureColumn> columns, final int rows) {
        return of(spec, columns, rows, new ReadingNotes());
    }

    /** @param notes gets what is unusual about the cells, besides what was before */
    static CellReaders of(final DataTableSpec spec, final List<FeatureColumn> columns, final int rows,
        final ReadingNotes notes) {
        return new CellReaders(
            columns.stream().map(c -> CellReader.of(c, VectorShape.read(spec.getColumnSpec(c.name())), rows, notes))
                .toArray(CellReader[]::new),
            columns.stream().mapToInt(c -> spec.findColumnIndex(c.name())).toArray(), notes);
    }

    /** @return the indices of these columns and others in the table, ascending */
    int[] and(final int... others) {
        return IntStream.concat(Arrays.stream(index), Arrays.stream(others)).distinct().sorted().toArray();
    }

    /**
     * @param row of the table
     * @param at its place among the rows that are read
     * @throws InvalidSettingsException if a cell does not fit those before it
     */
    void read(final DataRow row, final int at) throws InvalidSettingsException {
        for (var c = 0; c < readers.length; c++) {
            readers[c].read(row, index[c], at);
        }
    }

    /**
     * @param chosen the columns that were read
     * @param read what {@link #rows} gave
     * @return how columns like these are to be read again: images to the same size
     */
    static List<FeatureColumn> again(final List<FeatureColumn> chosen, final List<Column> read) {
        final var columns = new ArrayList<FeatureColumn>();
        for (var c = 0; c < chosen.size(); c++) {
            columns.add(read.get(c) instanceof VectorColumn vectors && vectors.image() != null
                ? chosen.get(c).with(vectors.image()) : chosen.get(c));
        }
        return columns;
    }

    /**
     * @param count how many rows were read
     * @throws InvalidSettingsException if nothing can be made of a column; the message says why
     */
    TableRows rows(final int count) throws InvalidSettingsException {
        final var features = new ArrayList<Column>();
        for (final var reader : readers) {
            final var column = reader.column(count);
            features.add(column);
            if (column instanceof NumberColumn numbers) {
                notes.infinite(numbers.name(), numbers.infiniteCells());
            }
        }
        return new TableRows(new Rows(count, features), notes.sentences());
    }
}

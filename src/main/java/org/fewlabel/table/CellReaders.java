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

    private final FeatureChoice choice;

    private final ReadingNotes notes;

    private final LeftOut leftOut = new LeftOut();

    private CellReaders(final CellReader[] readers, final int[] index, final FeatureChoice choice,
        final ReadingNotes notes) {
        this.readers = readers;
        this.index = index;
        this.choice = choice;
        this.notes = notes;
    }

    /**
     * @param columns required columns, each in the table with a type of its kind
     * @param rows the maximum number of rows
     */
    static CellReaders of(final DataTableSpec spec, final List<FeatureColumn> columns, final int rows) {
        return of(spec, FeatureChoice.all(columns), rows, new ReadingNotes());
    }

    /**
     * @param choice columns, each of which is in the table with a type of its kind
     * @param rows the maximum number of rows
     * @param notes receives notes on unusual cells
     */
    static CellReaders of(final DataTableSpec spec, final FeatureChoice choice, final int rows,
        final ReadingNotes notes) {
        final var columns = choice.columns();
        return new CellReaders(
            columns.stream().map(c -> CellReader.of(c, VectorShape.read(spec.getColumnSpec(c.name())), rows, notes))
                .toArray(CellReader[]::new),
            columns.stream().mapToInt(c -> spec.findColumnIndex(c.name())).toArray(), choice, notes);
    }

    /** @return the indices of these columns and others in the table, ascending */
    int[] and(final int... others) {
        return IntStream.concat(Arrays.stream(index), Arrays.stream(others)).distinct().sorted().toArray();
    }

    /**
     * @param row of the table
     * @param at its index among the rows that are read
     * @throws InvalidSettingsException if a cell does not fit those before it, and its column has to be read
     */
    void read(final DataRow row, final int at) throws InvalidSettingsException {
        for (var c = 0; c < readers.length; c++) {
            try {
                if (readers[c] != null) {
                    readers[c].read(row, index[c], at);
                }
            } catch (final UnusableColumnException e) {
                leaveOut(c, e);
            }
        }
    }

    private void leaveOut(final int c, final UnusableColumnException why) throws InvalidSettingsException {
        if (choice.byHand().contains(choice.columns().get(c).name())) {
            throw why.forTheUser();
        }
        why.note(leftOut);
        readers[c] = null; // the cells read so far are discarded
    }

    /**
     * @param count the number of rows read
     * @return the columns that could be read
     * @throws InvalidSettingsException if nothing can be made of a column that has to be read; the message says why
     */
    TableRows rows(final int count) throws InvalidSettingsException {
        final var features = new ArrayList<Column>();
        final var columns = new ArrayList<FeatureColumn>();
        for (var c = 0; c < readers.length; c++) {
            try {
                if (readers[c] != null) {
                    final var column = readers[c].column(count);
                    features.add(column);
                    columns.add(again(choice.columns().get(c), column));
                }
            } catch (final UnusableColumnException e) {
                leaveOut(c, e);
            }
        }
        for (final var column : features) {
            if (column instanceof NumberColumn numbers) {
                notes.infinite(numbers.name(), numbers.infiniteCells());
            }
        }
        return new TableRows(new Rows(count, features), columns, leftOut.report().add(notes.report()));
    }

    /** @return how such a column is read again: images with the same size */
    private static FeatureColumn again(final FeatureColumn chosen, final Column read) {
        return read instanceof VectorColumn vectors && vectors.image() != null ? chosen.with(vectors.image()) : chosen;
    }
}

package org.fewlabel.table;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Rows;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * Some columns of a table, read in one pass.
 *
 * @param features the features of the rows that were read
 * @param columns how columns like these are to be read again
 * @param notes what was unusual about the cells, for the user
 */
public record TableRows(Rows features, List<FeatureColumn> columns, Report notes) {

    /** arrays cannot be longer */
    private static final long MOST_ROWS = Integer.MAX_VALUE - 8L;

    /**
     * @param columns the columns wanted; each is in the table with a type of its kind
     * @return all rows of the table
     * @throws InvalidSettingsException if the table has too many rows, or the vectors of a column differ in length
     */
    public static TableRows read(final BufferedDataTable table, final List<FeatureColumn> columns,
        final Progress progress) throws InvalidSettingsException {
        final var size = sizeOf(table);
        final var readers = CellReaders.of(table.getDataTableSpec(), columns, size);
        var row = 0;
        try (var rows = table.filter(TableFilter.materializeCols(readers.and())).iterator()) {
            while (rows.hasNext()) {
                readers.read(rows.next(), row);
                row++;
                tell(progress, row, size);
            }
        }
        return readers.rows(row);
    }

    static int sizeOf(final BufferedDataTable table) throws InvalidSettingsException {
        if (table.size() > MOST_ROWS) {
            throw new InvalidSettingsException("The table has " + table.size() + " rows, and at most " + MOST_ROWS
                + " can be read. Sample it with the node \"Row Sampling\" first.");
        }
        return (int)table.size();
    }

    static void tell(final Progress progress, final int row, final int size) {
        progress.checkCanceled(); // in each row, for one with a large image takes long
        if ((row & 0x3F) == 0) {
            progress.report((double)row / size, "Reading row " + row + " of " + size);
        }
    }
}

package org.fewlabel.table;

import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Rows;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * Columns of a table, read in one pass.
 *
 * @param features the features of the rows that were read
 * @param columns how such columns are read again
 * @param notes on unusual cells, for the user
 */
public record TableRows(Rows features, List<FeatureColumn> columns, Report notes) {

    /** The maximum length of an array. */
    private static final long MAX_ROWS = Integer.MAX_VALUE - 8L;

    /**
     * @param columns the selected columns, each in the table with a type of its kind
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
                report(progress, row, size);
            }
        }
        return readers.rows(row);
    }

    static int sizeOf(final BufferedDataTable table) throws InvalidSettingsException {
        if (table.size() > MAX_ROWS) {
            throw new InvalidSettingsException("The table has " + table.size() + " rows, and at most " + MAX_ROWS
                + " can be read. Sample it with the node \"Row Sampling\" first.");
        }
        return (int)table.size();
    }

    static void report(final Progress progress, final int row, final int size) {
        progress.checkCanceled(); // in each row, since one with a large image takes long
        if ((row & 0x3F) == 0) {
            progress.report((double)row / size, "Reading row " + row + " of " + size);
        }
    }
}

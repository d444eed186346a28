package org.fewlabel.headless.base;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** A CSV file as a table, with column names, types and row ids as KNIME's CSV Reader makes them. */
final class CsvTable {

    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private final CsvFormatSettings settings;

    private final List<String> names = new ArrayList<>();

    private final List<CsvColumnType> types = new ArrayList<>();

    /**
     * Infers the columns from the beginning of the file.
     *
     * @throws IOException if the file cannot be read or is not of the given format; the message names the line
     */
    CsvTable(final CsvFormatSettings settings) throws IOException, InvalidSettingsException {
        this.settings = settings;
        try (var rows = new CsvRows(settings)) {
            final var header = settings.header() ? rows.next() : null;
            if (settings.header() && header == null) {
                throw new IOException("The file " + settings.file() + " is empty: it has no row with column names");
            }
            skip(rows);
            final var limit = Math.min(settings.scannedRows().orElse(Long.MAX_VALUE),
                settings.maxRows().orElse(Long.MAX_VALUE));
            int width = header == null ? -1 : header.size();
            for (long i = 0; i < limit; i++) {
                final var row = rows.next();
                if (row == null) {
                    break;
                }
                width = width < 0 ? row.size() : width;
                checkWidth(rows, row, width);
                see(row);
            }
            addNames(header);
        }
    }

    private void skip(final CsvRows rows) throws IOException {
        for (long i = 0; i < settings.skipRows() && rows.next() != null; i++) {
            // skipped rows
        }
    }

    private void checkWidth(final CsvRows rows, final List<String> row, final int width) throws IOException {
        if (row.size() < width && !settings.shortRows() || row.size() > width && !settings.shortRows()) {
            throw new IOException("%s has %,d values, but there are %,d columns".formatted(rows.here(), row.size(),
                width));
        }
    }

    private void see(final List<String> row) {
        final var first = settings.rowIds() ? 1 : 0;
        for (int i = first; i < row.size(); i++) {
            if (types.size() <= i - first) {
                types.add(new CsvColumnType(settings.decimal()));
            }
            types.get(i - first).see(row.get(i));
        }
    }

    private void addNames(final List<String> header) {
        final var first = settings.rowIds() ? 1 : 0;
        final Set<String> taken = new HashSet<>();
        if (header != null) {
            for (int i = first; i < header.size(); i++) {
                names.add(header.get(i) == null ? null : unique(header.get(i).strip(), taken));
            }
        }
        while (types.size() < names.size()) {
            types.add(new CsvColumnType(settings.decimal()));
        }
        while (names.size() < types.size()) {
            names.add(null);
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i) == null) {
                names.set(i, unique("Column" + i, taken));
            }
        }
    }

    private static String unique(final String name, final Set<String> taken) {
        var result = name;
        for (int i = 1; !taken.add(result); i++) {
            result = name + " (#" + i + ")";
        }
        return result;
    }

    /** @return names and types of the columns */
    DataTableSpec spec() {
        final var columns = new DataColumnSpec[names.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new DataColumnSpecCreator(names.get(i), types.get(i).kind().type()).createSpec();
        }
        return new DataTableSpec(columns);
    }

    /**
     * @return the whole table
     * @throws IOException if the file cannot be read or has a value that does not fit; the message names the line
     */
    BufferedDataTable read(final ExecutionContext exec)
        throws IOException, InvalidSettingsException, CanceledExecutionException {
        final var container = exec.createDataContainer(spec());
        try (var rows = new CsvRows(settings)) {
            if (settings.header()) {
                rows.next();
            }
            skip(rows);
            final var limit = settings.maxRows().orElse(Long.MAX_VALUE);
            for (long i = 0; i < limit; i++) {
                final var row = rows.next();
                if (row == null) {
                    break;
                }
                checkWidth(rows, row, names.size() + (settings.rowIds() ? 1 : 0));
                container.addRowToTable(new DefaultRow(key(rows, row, i), cells(rows, row)));
                if (i % ROWS_BETWEEN_CHECKS == 0) {
                    exec.checkCanceled();
                    final var count = i;
                    exec.setMessage(() -> "Reading row " + (count + 1));
                }
            }
        } finally {
            container.close();
        }
        return container.getTable();
    }

    private RowKey key(final CsvRows rows, final List<String> row, final long index) throws IOException {
        if (!settings.rowIds()) {
            return RowKey.createRowKey(index);
        }
        if (row.get(0) == null) {
            throw new IOException(rows.here() + " has no row id");
        }
        return new RowKey(row.get(0));
    }

    private DataCell[] cells(final CsvRows rows, final List<String> row) throws IOException {
        final var first = settings.rowIds() ? 1 : 0;
        final var cells = new DataCell[names.size()];
        for (int i = 0; i < cells.length; i++) {
            final var value = i + first < row.size() ? row.get(i + first) : null;
            cells[i] = value == null ? DataType.getMissingCell() : cell(rows, i, value);
        }
        return cells;
    }

    private DataCell cell(final CsvRows rows, final int column, final String value) throws IOException {
        final var kind = types.get(column).kind();
        try {
            return kind.parse(CsvColumnType.number(kind, value, settings.decimal()));
        } catch (InvalidSettingsException e) {
            throw new IOException(
                "%s: '%s' in column '%s' does not fit the type %s, which was guessed from the first %,d rows".formatted(
                    rows.here(), value, names.get(column), kind.type().getName(), settings.scannedRows().orElse(0)),
                e);
        }
    }
}

package org.fewlabel.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Rows;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/**
 * A table with the embedding of each row appended. Rows are read, encoded and written in blocks, so the memory does not
 * grow with the table.
 *
 * @param dimensions the length of an embedding
 * @param vector whether it is one column of vectors, otherwise one column per dimension
 * @param errors whether the reconstruction error of each row is appended too
 */
public record EmbeddedTable(int dimensions, boolean vector, boolean errors) {

    private static final int PIECE = 1024;

    /** Encodes rows. */
    @FunctionalInterface
    public interface Encoding {
        /** @return the embedding of each row, followed by its reconstruction error if requested */
        float[] encode(Rows rows, Progress progress);
    }

    /** @return the spec of the table with the embedding */
    public DataTableSpec spec(final DataTableSpec in) {
        return columns().spec(in);
    }

    private AppendedColumns columns() {
        final var columns = new AppendedColumns();
        if (vector) {
            columns.add(ColumnNames.EMBEDDING, VectorCells.TYPE, null);
        } else {
            for (var d = 1; d <= dimensions; d++) {
                columns.add(ColumnNames.embedding(d), DoubleCell.TYPE, null);
            }
        }
        if (errors) {
            columns.add(ColumnNames.RECONSTRUCTION_ERROR, DoubleCell.TYPE, null);
        }
        return columns;
    }

    /**
     * @param features the columns that are encoded; each is in the table with a type of its kind
     * @param notes receives notes on unusual cells, for the user
     * @throws InvalidSettingsException if the vectors of a column differ in length
     */
    public BufferedDataTable append(final BufferedDataTable table, final List<FeatureColumn> features,
        final Encoding encoding, final Report notes, final ExecutionContext exec, final Progress progress)
        throws InvalidSettingsException, CanceledExecutionException {
        final var spec = table.getDataTableSpec();
        // the keys are those of a table, so there are no duplicates
        final var container = exec.createDataContainer(new DataTableSpec(columns().specs(spec)),
            DataContainerSettings.builder().withCheckDuplicateRowKeys(false).build());
        final var unusual = new ReadingNotes();
        var done = 0L;
        final var index = CellReaders.of(spec, features, 0).and();
        try (var rows = table.filter(TableFilter.materializeCols(index)).iterator()) {
            while (rows.hasNext()) {
                final var readers = CellReaders.of(spec, FeatureChoice.all(features), PIECE, unusual);
                final var keys = new RowKey[PIECE];
                var count = 0;
                while (count < PIECE && rows.hasNext()) {
                    final DataRow row = rows.next();
                    readers.read(row, count);
                    keys[count++] = row.getKey();
                }
                final var part = progress.part((double)done / table.size(), (double)(done + count) / table.size());
                final var encoded = encoding.encode(readers.rows(count).features(), part);
                write(Arrays.copyOf(keys, count), encoded, container);
                done += count;
                progress.checkCanceled();
                progress.report((double)done / table.size(), "Encoded " + done + " of " + table.size() + " rows");
            }
        }
        container.close();
        notes.add(unusual.report());
        return exec.createJoinedTable(table, container.getTable(), exec.createSilentSubExecutionContext(0));
    }

    private void write(final RowKey[] keys, final float[] encoded, final BufferedDataContainer container) {
        final var width = dimensions + (errors ? 1 : 0);
        for (var row = 0; row < keys.length; row++) {
            final var from = row * width;
            final var cells = new DataCell[(vector ? 1 : dimensions) + (errors ? 1 : 0)];
            if (vector) {
                cells[0] = VectorCells.cell(encoded, from, dimensions);
            } else {
                IntStream.range(0, dimensions).forEach(d -> cells[d] = new DoubleCell(encoded[from + d]));
            }
            if (errors) {
                cells[cells.length - 1] = new DoubleCell(encoded[from + dimensions]);
            }
            container.addRowToTable(new DefaultRow(keys[row], cells));
        }
    }
}

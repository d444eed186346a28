package org.fewlabel.table;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.judge.Role;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Iterates over the rows of a table for training: all except those with the role "held out". */
final class LearningRows {

    private LearningRows() {
    }

    /** A visitor of rows. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param row with the selected cells
         * @param at its index among these rows
         */
        void visit(DataRow row, int at) throws InvalidSettingsException;
    }

    /**
     * @param wanted the indices of the columns that the visitor reads
     * @return per row of the table its index among these rows, -1 for a held-out one
     * @throws InvalidSettingsException if the table has too many rows, or the visitor does not like one
     */
    static int[] visit(final BufferedDataTable table, final int[] wanted, final Visitor visitor,
        final Progress progress) throws InvalidSettingsException {
        final var size = TableRows.sizeOf(table);
        final var role = roleIndex(table.getDataTableSpec());
        final var columns = IntStream.concat(Arrays.stream(wanted), IntStream.of(role).filter(index -> index >= 0))
            .distinct().sorted().toArray();
        final var rowOf = new int[size];
        var tableRow = 0;
        var at = 0;
        try (var rows = table.filter(TableFilter.materializeCols(columns)).iterator()) {
            while (rows.hasNext()) {
                final var row = rows.next();
                final var heldOut = role >= 0 && row.getCell(role) instanceof StringValue text
                    && text.getStringValue().equals(Role.HELD_OUT.text());
                rowOf[tableRow++] = heldOut ? -1 : at;
                if (!heldOut) {
                    visitor.visit(row, at++);
                }
                TableRows.report(progress, tableRow, size);
            }
        }
        return rowOf;
    }

    private static int roleIndex(final DataTableSpec spec) {
        final var column = spec.getColumnSpec(ColumnNames.ROLE);
        return column != null && column.getType().isCompatible(StringValue.class)
            ? spec.findColumnIndex(ColumnNames.ROLE) : -1;
    }
}

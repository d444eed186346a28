package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.judge.Role;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * What a learner sees of a table: all rows but the held out ones, features and labels.
 *
 * @param features the features of the rows that are learned from, labelled or not
 * @param labels their labels
 * @param columns the columns that the features were read from, and how
 * @param rowOf for each row of the table its index among the rows that are learned from, -1 for a held out one
 * @param keys per row that is learned from its RowID if it is labelled, {@code null} if it is not
 * @param notes what was unusual, in sentences for the user
 */
public record LearningTable(Rows features, Labels labels, List<FeatureColumn> columns, int[] rowOf,
    String[] keys, List<String> notes) {

    /** @return how many rows are held out */
    public int heldOut() {
        return rowOf.length - features.size();
    }

    /**
     * Reads the table in one pass.
     *
     * @param label the label column; a missing cell means unlabelled
     * @param columns the features wanted, in table order
     * @throws InvalidSettingsException if there is no row, no label, too many classes or no usable feature
     */
    public static LearningTable read(final BufferedDataTable table, final String label,
        final List<FeatureColumn> columns, final Progress progress) throws InvalidSettingsException {
        final var size = TableRows.sizeOf(table);
        final var spec = table.getDataTableSpec();
        final var labelSpec = spec.getColumnSpec(label);
        final var labelIndex = spec.findColumnIndex(label);
        final var roleIndex = roleIndex(spec);
        final var labelReader = new CellReader.Categories(label, size)
            .expecting(LabelColumn.classes(labelSpec).orElse(List.of()));
        final var index = columns.stream().mapToInt(c -> spec.findColumnIndex(c.name())).toArray();
        final var readers = columns.stream().map(c -> CellReader.of(c, size)).toArray(CellReader[]::new);
        final var rowOf = new int[size];
        final var keys = new String[size];
        var tableRow = 0;
        var row = 0;
        try (var rows = table.filter(TableFilter.materializeCols(wanted(index, labelIndex, roleIndex))).iterator()) {
            while (rows.hasNext()) {
                final var cells = rows.next();
                final var heldOut = roleIndex >= 0 && cells.getCell(roleIndex) instanceof StringValue role
                    && role.getStringValue().equals(Role.HELD_OUT.text());
                rowOf[tableRow] = heldOut ? -1 : row;
                if (!heldOut) {
                    labelReader.read(cells.getCell(labelIndex), row);
                    keys[row] = cells.getCell(labelIndex).isMissing() ? null : cells.getKey().getString();
                    for (var c = 0; c < readers.length; c++) {
                        readers[c].read(cells.getCell(index[c]), row);
                    }
                    row++;
                }
                tableRow++;
                TableRows.tell(progress, tableRow, size);
            }
        }
        final var notes = new ArrayList<String>();
        final var labels = LabelChecks.labels(labelReader, row, LabelColumn.isWholeNumber(labelSpec), notes);
        LabelChecks.checkForLearning(labels, notes);
        final var read = TableRows.of(readers, row);
        notes.addAll(read.notes());
        final var screen = FeatureScreen.of(columns, read.features().columns(), notes);
        return new LearningTable(new Rows(row, screen.columns()), labels, screen.kept(), rowOf, keys, notes);
    }

    private static int roleIndex(final DataTableSpec spec) {
        final var column = spec.getColumnSpec(ColumnNames.ROLE);
        return column != null && column.getType().isCompatible(StringValue.class)
            ? spec.findColumnIndex(ColumnNames.ROLE) : -1;
    }

    private static int[] wanted(final int[] features, final int label, final int role) {
        final var wanted = Arrays.copyOf(features, features.length + (role >= 0 ? 2 : 1));
        wanted[features.length] = label;
        if (role >= 0) {
            wanted[features.length + 1] = role;
        }
        return Arrays.stream(wanted).distinct().sorted().toArray();
    }
}

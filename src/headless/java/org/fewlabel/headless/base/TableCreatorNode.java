package org.fewlabel.headless.base;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** KNIME's Table Creator, with the settings of its second (KNIME 5.8, 5.9) and third form (KNIME 5.12). */
final class TableCreatorNode extends BaseNode {

    TableCreatorNode() {
        super("Table Creator", 0, "Manually created table");
    }

    /** A table that is written down in settings: columns of texts. */
    private record Content(List<String> names, List<CellKind> kinds, List<String[]> values, String[] rowIds) {

        DataTableSpec spec() {
            final var columns = new DataColumnSpec[names.size()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = new DataColumnSpecCreator(names.get(i), kinds.get(i).type()).createSpec();
            }
            return new DataTableSpec(columns);
        }

        DataCell[] row(final int row) throws InvalidSettingsException {
            final var cells = new DataCell[names.size()];
            for (int i = 0; i < cells.length; i++) {
                final var value = values.get(i)[row];
                try {
                    cells[i] = value == null ? DataType.getMissingCell() : kinds.get(i).parse(value);
                } catch (InvalidSettingsException e) {
                    throw new InvalidSettingsException(
                        "Column '" + names.get(i) + "', row " + (row + 1) + ": " + e.getMessage(), e);
                }
            }
            return cells;
        }
    }

    private static Content content(final NodeSettingsRO model) throws InvalidSettingsException {
        final var settings = new StrictSettings(model);
        final var content = settings.has("columns") ? third(settings) : second(settings);
        settings.finish();
        return content;
    }

    private static Content third(final StrictSettings settings) throws InvalidSettingsException {
        final var content = new Content(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
            new String[Math.toIntExact(settings.large("numRows"))]);
        final var columns = settings.group("columns");
        for (final var key : columns.keys()) {
            final var column = columns.group(key);
            content.names().add(column.text("name"));
            content.kinds().add(CellKind.of(column.raw("type")));
            content.values().add(Arrays.copyOf(column.texts("values"), content.rowIds().length));
        }
        Arrays.setAll(content.rowIds(), i -> "Row" + i);
        return content;
    }

    private static Content second(final StrictSettings settings) throws InvalidSettingsException {
        final var rows = settings.wholes("rowIndices");
        final var columns = settings.wholes("columnIndices");
        final var values = settings.texts("values");
        if (rows.length != columns.length || rows.length != values.length) {
            throw new InvalidSettingsException("The lists of rows, columns and values are not equally long");
        }
        settings.ignore("highlightOutputTable");
        final var rowIds = new String[Arrays.stream(rows).max().orElse(-1) + 1];
        final var prefix = settings.text("rowIdPrefix");
        final var suffix = settings.text("rowIdSuffix");
        final var start = settings.whole("rowIdStartValue");
        Arrays.setAll(rowIds, i -> prefix + (i + start) + suffix);

        final var content = new Content(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), rowIds);
        final var properties = settings.group("columnProperties");
        final var width = Math.max(Arrays.stream(columns).max().orElse(-1) + 1, properties.keys().size());
        for (int i = 0; i < width; i++) {
            if (!properties.has(String.valueOf(i))) {
                throw new InvalidSettingsException("Column " + (i + 1) + " has no name and type");
            }
            final var property = properties.group(String.valueOf(i));
            property.ignore("UserSetValues", "ReadPossValsFromFile", "PossValues", "LowerBound", "UpperBound");
            property.expect("FormatParameter", "");
            final var name = property.text("ColumnName");
            final var kind = CellKind.of(property.raw("ColumnClass"));
            final var missing = property.text("MissValuePattern", null);
            if (!property.flag("SkipThisColumn", false)) {
                content.names().add(name);
                content.kinds().add(kind);
                content.values().add(column(i, rows, columns, values, kind, missing, rowIds.length));
            }
        }
        return content;
    }

    private static String[] column(final int column, final int[] rows, final int[] columns, final String[] values,
        final CellKind kind, final String missing, final int size) {
        final var result = new String[size];
        // a cell that was never filled in is an empty text, and a missing number
        Arrays.fill(result, "");
        for (int i = 0; i < rows.length; i++) {
            if (columns[i] == column && rows[i] >= 0) {
                result[rows[i]] = values[i];
            }
        }
        for (int i = 0; i < size; i++) {
            final var value = result[i];
            if (value == null || value.equals(missing) || value.isBlank() && kind != CellKind.STRING) {
                result[i] = null;
            }
        }
        return result;
    }

    @Override
    DataTableSpec[] specs(final NodeSettingsRO settings, final DataTableSpec[] in) throws InvalidSettingsException {
        return new DataTableSpec[]{content(settings).spec()};
    }

    @Override
    BufferedDataTable[] tables(final NodeSettingsRO settings, final BufferedDataTable[] in,
        final ExecutionContext exec) throws InvalidSettingsException {
        final var content = content(settings);
        final var container = exec.createDataContainer(content.spec());
        for (int i = 0; i < content.rowIds().length; i++) {
            container.addRowToTable(new DefaultRow(content.rowIds()[i], content.row(i)));
        }
        container.close();
        return new BufferedDataTable[]{container.getTable()};
    }
}

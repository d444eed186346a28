package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NominalColumn;
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
 * @param columns the columns that the features were read from
 * @param rowOf for each row of the table its index among the rows that are learned from, -1 for a held out one
 * @param notes what was unusual, in sentences for the user
 */
public record LearningTable(Rows features, Labels labels, List<FeatureColumn> columns, int[] rowOf,
    List<String> notes) {

    /** a category column with more different values is text, and would fill the memory with one number per value */
    private static final int MOST_CATEGORIES = 1000;

    /** with fewer rows, that all values differ says nothing */
    private static final int FEWEST_ROWS_OF_AN_ID = 3;

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
        final var kept = withoutIds(read.features(), columns, notes);
        return new LearningTable(
            new Rows(row, kept.stream().map(c -> read.features().columns().get(columns.indexOf(c))).toList()), labels, kept,
            rowOf, notes);
    }

    /** Leaves out what names the row instead of describing it. */
    private static List<FeatureColumn> withoutIds(final Rows features, final List<FeatureColumn> columns,
        final List<String> notes) throws InvalidSettingsException {
        final var kept = new ArrayList<FeatureColumn>();
        final var ids = new ArrayList<String>();
        final var texts = new ArrayList<String>();
        for (var c = 0; c < columns.size(); c++) {
            if (features.columns().get(c) instanceof NominalColumn nominal && isId(nominal)) {
                ids.add(nominal.name());
            } else if (features.columns().get(c) instanceof NominalColumn nominal
                && nominal.categories().size() > MOST_CATEGORIES) {
                texts.add(nominal.name());
            } else {
                kept.add(columns.get(c));
            }
        }
        if (!ids.isEmpty()) {
            notes.add("Left out because all values differ, as in an id: " + Text.quoted(ids) + ".");
        }
        if (!texts.isEmpty()) {
            notes.add("Left out because they have more than " + MOST_CATEGORIES + " different values: " + Text.quoted(texts)
                + ".");
        }
        if (kept.isEmpty()) {
            throw new InvalidSettingsException("No usable feature column is left. " + String.join(" ", notes)
                + " Add columns that describe the rows.");
        }
        return kept;
    }

    private static boolean isId(final NominalColumn column) {
        final var present = Arrays.stream(column.codes()).filter(code -> code >= 0).count();
        return present >= FEWEST_ROWS_OF_AN_ID && column.categories().size() == present;
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

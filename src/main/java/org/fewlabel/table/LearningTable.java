package org.fewlabel.table;

import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The part of a table that a learner uses: features and labels of all rows except the held-out ones.
 *
 * @param features the features of these rows, labeled and unlabeled
 * @param labels their labels
 * @param columns the columns that the features were read from, and how
 * @param rowOf per row of the table its index among these rows, -1 for a held-out one
 * @param keys the RowID of each labeled row, {@code null} for an unlabeled one
 * @param notes notes for the user
 */
public record LearningTable(Rows features, Labels labels, List<FeatureColumn> columns, int[] rowOf,
    String[] keys, Report notes) {

    /** @return the number of held-out rows */
    public int heldOut() {
        return rowOf.length - features.size();
    }

    /**
     * @param hashed whether words of texts are hashed
     * @return the same with texts read accordingly
     */
    public LearningTable hashed(final boolean hashed) {
        final var read = features.columns().stream()
            .map(column -> column instanceof TextColumn t ? new TextColumn(t.name(), t.texts(), hashed) : column)
            .toList();
        return new LearningTable(new Rows(features.size(), read), labels, columns, rowOf, keys, notes);
    }

    /**
     * Reads the table in one pass and ignores features that cannot be read, unless selected by hand, and uninformative
     * ones such as IDs.
     *
     * @param label the label column; a missing cell means unlabeled
     * @param choice the selected features
     * @param reading which strings are texts
     * @throws InvalidSettingsException if there is no row, no label, too many classes, no usable feature, or one that
     *             was chosen by hand cannot be read
     */
    public static LearningTable read(final BufferedDataTable table, final String label, final FeatureChoice choice,
        final TextReading reading, final Progress progress) throws InvalidSettingsException {
        final var read = readAll(table, label, choice, progress);
        final var notes = new Report().add(choice.notes()).add(read.notes);
        final var screen = FeatureScreen.of(new TableRows(read.features, read.columns, new Report()), choice.byHand(),
            reading, notes, progress);
        return new LearningTable(new Rows(read.features.size(), screen.columns()), read.labels, screen.kept(),
            read.rowOf,
            read.keys, notes);
    }

    /**
     * Reads the table in one pass with unchanged features, since an earlier model was fitted to these columns.
     *
     * @param label the label column; a missing cell means unlabeled
     * @param columns the features, each in the table with a type of its kind
     * @throws InvalidSettingsException if there is no row, no label, too many classes, or the vectors of a column
     *             differ in length
     */
    public static LearningTable readAll(final BufferedDataTable table, final String label,
        final List<FeatureColumn> columns, final Progress progress) throws InvalidSettingsException {
        return readAll(table, label, FeatureChoice.all(columns), progress);
    }

    private static LearningTable readAll(final BufferedDataTable table, final String label, final FeatureChoice choice,
        final Progress progress) throws InvalidSettingsException {
        final var size = TableRows.sizeOf(table);
        final var spec = table.getDataTableSpec();
        final var labelSpec = spec.getColumnSpec(label);
        final var labelIndex = spec.findColumnIndex(label);
        final var labelReader = new CellReader.Categories(label, size)
            .expecting(LabelColumn.classes(labelSpec).orElse(List.of()));
        final var readers = CellReaders.of(spec, choice, size, new ReadingNotes());
        final var keys = new String[size];
        final var rowOf = LearningRows.visit(table, readers.and(labelIndex), (row, at) -> {
            labelReader.read(row.getCell(labelIndex), at);
            keys[at] = row.getCell(labelIndex).isMissing() ? null : row.getKey().getString();
            readers.read(row, at);
        }, progress);
        final var rows = (int)Arrays.stream(rowOf).filter(at -> at >= 0).count();
        final var notes = new Report();
        final var labels = LabelChecks.labels(labelReader, rows, LabelColumn.isWholeNumber(labelSpec), notes);
        LabelChecks.checkForLearning(labels, notes);
        final var read = readers.rows(rows);
        notes.add(read.notes());
        return new LearningTable(read.features(), labels, read.columns(), rowOf, keys, notes);
    }
}

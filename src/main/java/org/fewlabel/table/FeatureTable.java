package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Rows;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The part of a table that a learner without labels uses: the features of all rows except the held-out ones.
 *
 * @param features the features of these rows
 * @param columns the columns that they were read from, and how
 * @param keys the RowIDs of the first rows
 * @param notes notes for the user
 */
public record FeatureTable(Rows features, List<FeatureColumn> columns, List<String> keys, Report notes) {

    /** The maximum number of examples. */
    private static final int MAX_KEYS = 1000;

    /**
     * Reads columns unchanged, without screening.
     *
     * @param columns each is in the table with a type of its kind
     * @throws InvalidSettingsException if there is no row, or the vectors of a column differ in length
     */
    public static FeatureTable read(final BufferedDataTable table, final List<FeatureColumn> columns,
        final Progress progress) throws InvalidSettingsException {
        return read(table, FeatureChoice.all(columns), progress);
    }

    private static FeatureTable read(final BufferedDataTable table, final FeatureChoice choice, final Progress progress)
        throws InvalidSettingsException {
        final var readers = CellReaders.of(table.getDataTableSpec(), choice, TableRows.sizeOf(table),
            new ReadingNotes());
        final var keys = new ArrayList<String>();
        final var rowOf = LearningRows.visit(table, readers.and(), (row, at) -> {
            readers.read(row, at);
            if (at < MAX_KEYS) {
                keys.add(row.getKey().getString());
            }
        }, progress);
        final var rows = (int)Arrays.stream(rowOf).filter(at -> at >= 0).count();
        LabelChecks.checkRows(rows);
        final var read = readers.rows(rows);
        final var notes = new Report().add(choice.notes()).add(read.notes())
            .add(SharedMessages.heldOut(rowOf.length - rows));
        return new FeatureTable(read.features(), read.columns(), keys, notes);
    }

    /**
     * Reads columns and ignores those that cannot be read, unless selected by hand, and uninformative ones such as IDs.
     *
     * @param choice the selected columns
     * @param reading which strings are texts
     * @throws InvalidSettingsException if there is no row, no column is left, or one that was chosen by hand cannot be
     *             read
     */
    public static FeatureTable screened(final BufferedDataTable table, final FeatureChoice choice,
        final TextReading reading, final Progress progress) throws InvalidSettingsException {
        final var read = read(table, choice, progress);
        final var notes = new Report().add(read.notes());
        final var screen = FeatureScreen.of(new TableRows(read.features(), read.columns(), new Report()),
            choice.byHand(),
            reading, notes, progress);
        return new FeatureTable(new Rows(read.features().size(), screen.columns()), screen.kept(), read.keys(),
            notes);
    }
}

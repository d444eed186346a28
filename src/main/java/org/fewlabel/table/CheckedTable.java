package org.fewlabel.table;

import java.util.Arrays;
import java.util.List;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * What Encoder Check sees of a table: all rows but the held out ones.
 *
 * @param embedding the columns of the embedding, as they are
 * @param raw the raw columns, those left out that tell nothing about the rows; there may be none
 * @param labels of the same rows
 * @param notes what was unusual, for the user
 */
public record CheckedTable(Rows embedding, Rows raw, Labels labels, Report notes) {

    /**
     * Reads the table in one pass.
     *
     * @param reading which raw strings are texts
     * @throws InvalidSettingsException if there is no row or no label, too many classes, no column of the embedding can
     *             be read, or a column that was chosen by hand cannot
     */
    public static CheckedTable read(final BufferedDataTable table, final CheckedColumns columns,
        final TextReading reading,
        final Progress progress) throws InvalidSettingsException {
        final var size = TableRows.sizeOf(table);
        final var spec = table.getDataTableSpec();
        final var label = spec.findColumnIndex(columns.label());
        final var labels = new CellReader.Categories(columns.label(), size)
            .expecting(LabelColumn.classes(spec.getColumnSpec(label)).orElse(List.of()));
        final var embedding = CellReaders.of(spec, columns.embedding(), size, new ReadingNotes());
        final var raw = CellReaders.of(spec, columns.raw(), size, new ReadingNotes());
        final var rowOf = LearningRows.visit(table, embedding.and(raw.and(label)), (row, at) -> {
            labels.read(row.getCell(label), at);
            embedding.read(row, at);
            raw.read(row, at);
        }, progress);
        final var rows = (int)Arrays.stream(rowOf).filter(at -> at >= 0).count();
        final var notes = new Report();
        final var known = LabelChecks.labels(labels, rows, LabelColumn.isWholeNumber(spec.getColumnSpec(label)), notes);
        final var embedded = embedding.rows(rows);
        final var read = raw.rows(rows);
        notes.add(columns.notes()).add(embedded.notes()).add(read.notes())
            .add(SharedMessages.heldOut(rowOf.length - rows));
        if (embedded.columns().isEmpty()) {
            throw new InvalidSettingsException("No column under \"" + FeatureSetting.CHECKED.title()
                + "\" can be used. " + String.join(" ", notes.sentences())
                + " Choose the columns that hold an embedding.");
        }
        final var screen = FeatureScreen.ofAny(read, columns.raw().byHand(), reading, notes, progress);
        return new CheckedTable(embedded.features(), new Rows(rows, screen.columns()), known, notes);
    }
}

package org.fewlabel.table;

import java.util.ArrayList;
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
 * @param raw the raw columns, those left out that tell nothing about the rows
 * @param labels of the same rows
 * @param notes what was unusual, in sentences for the user
 */
public record CheckedTable(Rows embedding, Rows raw, Labels labels, List<String> notes) {

    /** @throws InvalidSettingsException if there is no row or no label, or the vectors of a column differ in length */
    public static CheckedTable read(final BufferedDataTable table, final CheckedColumns columns, final Progress progress)
        throws InvalidSettingsException {
        final var embedding = FeatureTable.read(table, columns.embedding(), progress.part(0, 0.5));
        final var notes = new ArrayList<>(embedding.notes());
        // the embedding stands in for the raw columns if there are none: labels are never read without features
        final var data = LearningTable.read(table, columns.label(),
            columns.raw().isEmpty() ? columns.embedding() : columns.raw(), progress.part(0.5, 1));
        notes.addAll(data.notes());
        return new CheckedTable(embedding.features(),
            columns.raw().isEmpty() ? new Rows(data.features().size(), List.of()) : data.features(), data.labels(), notes);
    }
}

package org.fewlabel.table;

import java.util.Arrays;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Truth;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** The column with the labels hidden by Label Masker: for evaluating predictions, never for training. */
public final class TruthColumn {

    private TruthColumn() {
    }

    /**
     * @param label the label column
     * @param labels of the training rows
     * @return the true classes of these rows; empty if the table has none
     * @throws InvalidSettingsException if the table has too many rows
     */
    public static Optional<Truth> read(final BufferedDataTable table, final String label, final Labels labels,
        final Progress progress) throws InvalidSettingsException {
        final var spec = table.getDataTableSpec();
        final var name = ColumnNames.truth(label);
        final var index = spec.findColumnIndex(name);
        if (index < 0 || !LabelColumn.isCandidate(spec.getColumnSpec(index))) {
            return Optional.empty();
        }
        final var reader = new CellReader.Categories(name, TableRows.sizeOf(table)).expecting(labels.classes());
        LearningRows.visit(table, new int[]{index}, (row, at) -> reader.read(row.getCell(index), at), progress);
        final var codes = reader.codes(labels.size());
        return Arrays.stream(codes).allMatch(code -> code < 0) ? Optional.empty()
            : Optional.of(new Truth(codes, reader.categories()));
    }
}

package org.fewlabel.table;

import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/**
 * The columns that Encoder Check looks at.
 *
 * @param label the label column
 * @param embedding at least one
 * @param raw what the embedding is compared with; may be empty
 */
public record CheckedColumns(String label, List<FeatureColumn> embedding, List<FeatureColumn> raw) {

    /**
     * @param label a column that can hold labels; if it keeps hidden ones, the column they are hidden in is no raw column
     * @throws InvalidSettingsException if a chosen column is gone, or there is no embedding
     */
    public static CheckedColumns of(final DataTableSpec spec, final String label, final ColumnFilter embedding,
        final ColumnFilter raw) throws InvalidSettingsException {
        final var chosen = Features.chooseAny(spec, embedding, label);
        if (chosen.isEmpty()) {
            throw new InvalidSettingsException("No column is chosen under \"Embedding\". Connect the output of Encoder Apply, "
                + "or choose the columns that hold an embedding.");
        }
        final var masked = ColumnNames.labelOf(label);
        return new CheckedColumns(label, chosen, Features.chooseAny(spec, raw, label).stream()
            .filter(column -> !chosen.contains(column) && !column.name().equals(masked)).toList());
    }
}

package org.fewlabel.table;

import java.util.stream.Collectors;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/**
 * The columns that Encoder Check uses.
 *
 * @param label the label column
 * @param embedding at least one
 * @param raw the columns that the embedding is compared with; may be empty
 */
public record CheckedColumns(String label, FeatureChoice embedding, FeatureChoice raw) {

    /**
     * @param label a column that can hold labels; if it keeps hidden ones, the column they are hidden in is no raw
     *            column
     * @throws InvalidSettingsException if there is no embedding, or a column chosen by hand is of a type that cannot be
     *             read
     */
    public static CheckedColumns of(final DataTableSpec spec, final String label, final ColumnFilter embedding,
        final ColumnFilter raw) throws InvalidSettingsException {
        final var chosen = FeatureSetting.CHECKED.chooseAny(spec, embedding, label);
        final var title = FeatureSetting.CHECKED.title();
        if (chosen.columns().isEmpty()) {
            throw new InvalidSettingsException("No column is chosen under \"" + title + "\". "
                + chosen.notes().sentences().stream().map(note -> note + " ").collect(Collectors.joining())
                + "Connect the output of Encoder Apply, or choose the columns that hold an embedding.");
        }
        final var masked = ColumnNames.labelOf(label);
        final var compared = FeatureSetting.COMPARED.chooseAny(spec, raw, label);
        final var others = compared.columns().stream()
            .filter(column -> !chosen.columns().contains(column) && !column.name().equals(masked)).toList();
        final var notes = new Report().add(compared.notes());
        final var unused = Features.embedding(spec).stream().filter(name -> chosen.columns().stream()
            .noneMatch(c -> c.name().equals(name)) && others.stream().noneMatch(c -> c.name().equals(name))).toList();
        if (!unused.isEmpty()) {
            notes.warn(FeatureSetting.unused(unused, title));
        }
        return new CheckedColumns(label, chosen, new FeatureChoice(others, compared.byHand(), notes));
    }

    /** @return notes on the selection, for the user */
    Report notes() {
        return new Report().add(embedding.notes()).add(raw.notes());
    }
}

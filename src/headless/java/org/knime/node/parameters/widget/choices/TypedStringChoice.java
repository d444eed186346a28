package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;

/**
 * One possible value of a text field, with its type: a column.
 *
 * @param id what is saved
 * @param text what the user reads
 * @param type the type of the column
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /** @return the column as a possible value */
    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        final var type = colSpec.getType();
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(),
            new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName()));
    }

    /**
     * The type of a possible value.
     *
     * @param id the name of the preferred value class
     * @param text what the user reads
     */
    public record PossibleTypeValue(String id, String text) {
    }
}

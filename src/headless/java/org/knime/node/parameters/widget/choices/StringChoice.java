package org.knime.node.parameters.widget.choices;

/**
 * One possible value of a text field.
 *
 * @param id what is saved
 * @param text what the user reads
 */
public record StringChoice(String id, String text) {

    /** @return a value that the user reads as it is saved */
    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}

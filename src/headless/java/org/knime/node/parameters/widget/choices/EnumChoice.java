package org.knime.node.parameters.widget.choices;

import org.fewlabel.headless.node.dialog.EnumText;

/**
 * One possible value of an enum field.
 *
 * @param id the constant
 * @param text what the user reads
 * @param <E> the enum
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    /** @return the constant with the text of its {@link Label}, or with one made from its name */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E enumConst) {
        return new EnumChoice<>(enumConst, EnumText.title(enumConst));
    }
}

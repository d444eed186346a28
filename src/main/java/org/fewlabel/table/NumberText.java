package org.fewlabel.table;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers that are written as text, with a point as decimal separator, as CSV files have them. */
final class NumberText {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private NumberText() {
    }

    /** @return the number, spaces around it ignored; empty if the text is none */
    static OptionalDouble parse(final String text) {
        final var stripped = text.strip();
        return NUMBER.matcher(stripped).matches() ? OptionalDouble.of(Double.parseDouble(stripped))
            : OptionalDouble.empty();
    }
}

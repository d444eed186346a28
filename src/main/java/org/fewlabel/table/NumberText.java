package org.fewlabel.table;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers written as text with a decimal point, as in CSV files. */
final class NumberText {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private NumberText() {
    }

    /** @return the number, ignoring surrounding spaces; empty if the text is no number */
    static OptionalDouble parse(final String text) {
        final var stripped = text.strip();
        return NUMBER.matcher(stripped).matches() ? OptionalDouble.of(Double.parseDouble(stripped))
            : OptionalDouble.empty();
    }
}

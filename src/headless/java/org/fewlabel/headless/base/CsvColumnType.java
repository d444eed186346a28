package org.fewlabel.headless.base;

import org.knime.core.node.InvalidSettingsException;

/**
 * Infers the type of a column from its values as KNIME's CSV Reader does: the first of whole number (32, then 64
 * bits), number and text that fits all of them; text if there are none.
 */
final class CsvColumnType {

    private static final CellKind[] ORDER = {CellKind.INT, CellKind.LONG, CellKind.DOUBLE, CellKind.STRING};

    private final char decimal;

    private int candidate;

    private boolean seen;

    /** @param decimal the decimal separator */
    CsvColumnType(final char decimal) {
        this.decimal = decimal;
    }

    /** Takes a value into account; missing ones are ignored. */
    void see(final String value) {
        if (value != null) {
            seen = true;
            while (!fits(ORDER[candidate], value)) {
                candidate++;
            }
        }
    }

    private boolean fits(final CellKind kind, final String value) {
        try {
            kind.parse(number(kind, value, decimal));
            return true;
        } catch (InvalidSettingsException e) {
            // it is not of this type
            return false;
        }
    }

    /** @return the type that fits all values so far */
    CellKind kind() {
        return seen ? ORDER[candidate] : CellKind.STRING;
    }

    /**
     * @return a value in the form that {@link CellKind#parse} takes
     * @throws InvalidSettingsException if it is written with another decimal separator
     */
    static String number(final CellKind kind, final String value, final char decimal)
        throws InvalidSettingsException {
        if (kind != CellKind.DOUBLE || decimal == '.') {
            return value;
        }
        if (value.indexOf('.') >= 0) {
            throw new InvalidSettingsException("'" + value + "' has a point, but the decimal separator is " + decimal);
        }
        return value.replace(decimal, '.');
    }
}

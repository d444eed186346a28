package org.knime.core.data.def;

import org.knime.core.data.DataCell;

/** A real number read as a complex and as a fuzzy one: no imaginary part, no width. */
abstract class NumberCell extends DataCell {

    private static final long serialVersionUID = 1L;

    /** @return the number */
    public abstract double getDoubleValue();

    /** @return the number */
    public double getCore() {
        return getDoubleValue();
    }

    /** @return the number */
    public double getMaxSupport() {
        return getDoubleValue();
    }

    /** @return the number */
    public double getMinSupport() {
        return getDoubleValue();
    }

    /** @return the number */
    public double getMaxCore() {
        return getDoubleValue();
    }

    /** @return the number */
    public double getMinCore() {
        return getDoubleValue();
    }

    /** @return the number */
    public double getCenterOfGravity() {
        return getDoubleValue();
    }

    /** @return the number */
    public double getRealValue() {
        return getDoubleValue();
    }

    /** @return zero */
    public double getImaginaryValue() {
        return 0.0;
    }

    /**
     * @param text a whole number with or without sign; blanks around it do not count
     * @return the same without blanks and without a plus sign
     * @throws NumberFormatException if there is nothing, or another sign, after the plus sign
     */
    static String digits(final String text) {
        final var trimmed = text.trim();
        if (!trimmed.startsWith("+")) {
            return trimmed;
        }
        if (trimmed.length() == 1 || !Character.isDigit(trimmed.charAt(1))) {
            throw new NumberFormatException("\"" + text + "\" is not a whole number.");
        }
        return trimmed.substring(1);
    }
}

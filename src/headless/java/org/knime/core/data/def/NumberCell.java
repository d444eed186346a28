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
}

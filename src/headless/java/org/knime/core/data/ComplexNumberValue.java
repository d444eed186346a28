package org.knime.core.data;

/** A complex number. */
public interface ComplexNumberValue extends DataValue {

    /** @return the real part */
    double getRealValue();

    /** @return the imaginary part */
    double getImaginaryValue();
}

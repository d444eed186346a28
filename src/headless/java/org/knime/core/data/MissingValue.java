package org.knime.core.data;

/** The absence of a value. */
public interface MissingValue extends DataValue {

    /** @return why the value is missing, {@code null} if nothing is known */
    String getError();
}

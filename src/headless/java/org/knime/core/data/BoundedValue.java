package org.knime.core.data;

/** A value with an order; columns of such cells state their smallest and largest value in the table spec. */
public interface BoundedValue extends DataValue {
}

package org.knime.core.data.def;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.FuzzyIntervalValue;
import org.knime.core.data.FuzzyNumberValue;

/** A floating point number. Two cells are equal if {@link Double#equals} says so: NaN equals NaN, 0 differs from -0. */
public final class DoubleCell extends NumberCell
    implements
        DoubleValue,
        ComplexNumberValue,
        FuzzyNumberValue,
        FuzzyIntervalValue,
        BoundedValue {

    private static final long serialVersionUID = 1L;

    /** The type of number columns. */
    public static final DataType TYPE = DataType.getType(DoubleCell.class);

    private final double number;

    /** @param d the number */
    public DoubleCell(final double d) {
        number = d;
    }

    @Override
    public double getDoubleValue() {
        return number;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return Double.compare(number, ((DoubleCell)dc).number) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(number);
    }

    @Override
    public String toString() {
        return Double.toString(number);
    }
}

package org.knime.core.data.def;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.ComplexNumberValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory.FromComplexString;
import org.knime.core.data.DataCellFactory.FromSimpleString;
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

    /** Makes number cells. */
    public static final class DoubleCellFactory implements FromSimpleString, FromComplexString {

        /** The type of the cells made. */
        public static final DataType TYPE = DoubleCell.TYPE;

        /** A factory. */
        public DoubleCellFactory() {
        }

        @Override
        public DataType getDataType() {
            return TYPE;
        }

        @Override
        public DataCell createCell(final String input) {
            return create(input);
        }

        /**
         * @param i the number
         * @return its cell
         */
        public static DataCell create(final int i) {
            return new DoubleCell(i);
        }

        /**
         * @param l the number
         * @return its cell
         */
        public static DataCell create(final long l) {
            return new DoubleCell(l);
        }

        /**
         * @param f the number
         * @return the cell of the double with the same decimal digits
         */
        public static DataCell create(final float f) {
            return new DoubleCell(Double.parseDouble(Float.toString(f)));
        }

        /**
         * @param d the number
         * @return its cell
         */
        public static DataCell create(final double d) {
            return new DoubleCell(d);
        }

        /**
         * @param s a number as Java writes it; blanks around it do not count
         * @return its cell, a missing cell if the text is blank
         * @throws NumberFormatException if it is not a number
         */
        public static DataCell create(final String s) {
            return s.isBlank() ? DataType.getMissingCell() : new DoubleCell(Double.parseDouble(s.trim()));
        }
    }
}

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
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;

/** A whole number of 32 bits. */
public class IntCell extends NumberCell
    implements
        IntValue,
        LongValue,
        DoubleValue,
        ComplexNumberValue,
        FuzzyNumberValue,
        FuzzyIntervalValue,
        BoundedValue {

    private static final long serialVersionUID = 1L;

    /** The type of columns of whole numbers of 32 bits. */
    public static final DataType TYPE = DataType.getType(IntCell.class);

    private final int number;

    /** @param i the number */
    public IntCell(final int i) {
        number = i;
    }

    @Override
    public int getIntValue() {
        return number;
    }

    @Override
    public long getLongValue() {
        return number;
    }

    @Override
    public double getDoubleValue() {
        return number;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return ((IntCell)dc).number == number;
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }

    /** Makes cells of whole numbers. */
    public static final class IntCellFactory implements FromSimpleString, FromComplexString {

        /** The type of the cells made. */
        public static final DataType TYPE = IntCell.TYPE;

        /** A factory. */
        public IntCellFactory() {
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
         * @param s a whole number with or without sign; blanks around it do not count
         * @return its cell, a missing cell if the text is blank
         * @throws NumberFormatException if it is not a whole number or out of range
         */
        public static DataCell create(final String s) {
            return s.isBlank() ? DataType.getMissingCell() : new IntCell(Integer.parseInt(digits(s)));
        }

        /**
         * @param i the number
         * @return its cell
         */
        public static DataCell create(final int i) {
            return new IntCell(i);
        }
    }
}

package org.knime.core.data.def;

import org.knime.core.data.BooleanValue;
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
import org.knime.core.data.NominalValue;

/** True or false; as a number 1 or 0. There are two of these cells. */
public final class BooleanCell extends NumberCell
    implements
        BooleanValue,
        IntValue,
        LongValue,
        DoubleValue,
        ComplexNumberValue,
        FuzzyNumberValue,
        FuzzyIntervalValue,
        BoundedValue,
        NominalValue {

    private static final long serialVersionUID = 1L;

    /** True. */
    public static final BooleanCell TRUE = new BooleanCell(true);

    /** False. */
    public static final BooleanCell FALSE = new BooleanCell(false);

    /** The type of columns of true and false. */
    public static final DataType TYPE = DataType.getType(BooleanCell.class);

    private final boolean truth;

    private BooleanCell(final boolean truth) {
        this.truth = truth;
    }

    @Override
    public boolean getBooleanValue() {
        return truth;
    }

    @Override
    public int getIntValue() {
        return truth ? 1 : 0;
    }

    @Override
    public long getLongValue() {
        return getIntValue();
    }

    @Override
    public double getDoubleValue() {
        return getIntValue();
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return ((BooleanCell)dc).truth == truth;
    }

    @Override
    public int hashCode() {
        return getIntValue();
    }

    @Override
    public String toString() {
        return Boolean.toString(truth);
    }

    private Object readResolve() {
        return truth ? TRUE : FALSE;
    }

    /** Gives the cells of true and false. */
    public static final class BooleanCellFactory implements FromSimpleString, FromComplexString {

        /** The type of the cells given. */
        public static final DataType TYPE = BooleanCell.TYPE;

        /** A factory. */
        public BooleanCellFactory() {
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
         * @param s <i>true</i> in any case for true, anything else for false
         * @return the cell
         */
        public static DataCell create(final String s) {
            return create(Boolean.parseBoolean(s));
        }

        /**
         * @param b the truth
         * @return its cell
         */
        public static DataCell create(final boolean b) {
            return b ? TRUE : FALSE;
        }
    }
}

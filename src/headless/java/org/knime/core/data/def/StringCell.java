package org.knime.core.data.def;

import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellFactory.FromComplexString;
import org.knime.core.data.DataCellFactory.FromSimpleString;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A text. */
public final class StringCell extends DataCell implements StringValue, NominalValue {

    private static final long serialVersionUID = 1L;

    /** The type of text columns. */
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private final String text;

    /**
     * @param str the text
     * @throws NullPointerException if it is {@code null}; an absent text is a missing cell
     */
    public StringCell(final String str) {
        text = Objects.requireNonNull(str, "A text cell needs a text; use a missing cell where there is none.");
    }

    @Override
    public String getStringValue() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        return text.equals(((StringCell)dc).text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Makes text cells. */
    public static final class StringCellFactory implements FromSimpleString, FromComplexString {

        /** The type of the cells made. */
        public static final DataType TYPE = StringCell.TYPE;

        /** A factory. */
        public StringCellFactory() {
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
         * @param s the text, not {@code null}
         * @return its cell
         */
        public static DataCell create(final String s) {
            return new StringCell(s);
        }
    }
}

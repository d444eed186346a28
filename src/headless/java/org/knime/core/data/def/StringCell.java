package org.knime.core.data.def;

import java.util.Objects;

import org.knime.core.data.DataCell;
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
}

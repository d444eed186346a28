package org.fewlabel.table;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** The cell type of labels. Predictions have the same type, so that they can be compared and joined with labels. */
public enum LabelType {
    STRING(StringCell.TYPE), BOOLEAN(BooleanCell.TYPE), INT(IntCell.TYPE), LONG(LongCell.TYPE);

    private final DataType type;

    LabelType(final DataType type) {
        this.type = type;
    }

    /** @return the type of predictions for that label column */
    public static LabelType of(final DataColumnSpec label) {
        final var type = label.getType();
        if (type.isCompatible(BooleanValue.class)) {
            return BOOLEAN;
        }
        if (type.isCompatible(IntValue.class)) {
            return INT;
        }
        return type.isCompatible(LongValue.class) ? LONG : STRING;
    }

    /** @return the type of the cells */
    public DataType type() {
        return type;
    }

    /** @return whether a column of this type can list its classes in the domain */
    public boolean isNominal() {
        return this == STRING || this == BOOLEAN;
    }

    /** @return the cell for a class; the inverse of reading it */
    public DataCell cell(final String className) {
        return switch (this) {
            case STRING -> new StringCell(className);
            case BOOLEAN -> Boolean.parseBoolean(className) ? BooleanCell.TRUE : BooleanCell.FALSE;
            case INT -> new IntCell(Integer.parseInt(className));
            case LONG -> new LongCell(Long.parseLong(className));
        };
    }
}

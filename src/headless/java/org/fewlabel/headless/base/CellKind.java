package org.fewlabel.headless.base;

import java.util.Arrays;
import java.util.function.Function;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** The kinds of cells that can be written as text. */
enum CellKind {
    /** Text. */
    STRING(StringCell.TYPE, "org.knime.core.data.def.StringCell", StringCell::new),
    /** A whole number of 32 bits. */
    INT(IntCell.TYPE, "org.knime.core.data.def.IntCell", text -> new IntCell(Integer.parseInt(text.strip()))),
    /** A whole number of 64 bits. */
    LONG(LongCell.TYPE, "org.knime.core.data.def.LongCell", text -> new LongCell(Long.parseLong(text.strip()))),
    /** A number. */
    DOUBLE(DoubleCell.TYPE, "org.knime.core.data.def.DoubleCell",
        text -> new DoubleCell(Double.parseDouble(text.strip()))),
    /** True or false. */
    BOOLEAN(BooleanCell.TYPE, "org.knime.core.data.def.BooleanCell$BooleanCellImpl", CellKind::truth);

    private final DataType type;

    private final String cellClass;

    private final Function<String, DataCell> parser;

    CellKind(final DataType type, final String cellClass, final Function<String, DataCell> parser) {
        this.type = type;
        this.cellClass = cellClass;
        this.parser = parser;
    }

    private static DataCell truth(final String text) {
        return switch (text.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1" -> BooleanCell.TRUE;
            case "false", "0" -> BooleanCell.FALSE;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    DataType type() {
        return type;
    }

    /**
     * @return the cell of a text
     * @throws InvalidSettingsException if the text is no value of this kind
     */
    DataCell parse(final String text) throws InvalidSettingsException {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException("'" + text + "' is no " + type.getName(), e);
        }
    }

    /**
     * @param settings a data type as KNIME's settings write it; the class that it names is compared, never loaded
     * @throws InvalidSettingsException if it is a type that is not supported
     */
    static CellKind of(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var name = settings.getString("cell_class");
        return Arrays.stream(values()).filter(kind -> kind.cellClass.equals(name)).findFirst()
            .orElseThrow(() -> new InvalidSettingsException(
                "The data type " + name + " is not supported by this stand-in for KNIME's node"));
    }
}

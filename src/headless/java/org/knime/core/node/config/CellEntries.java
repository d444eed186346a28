package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.BooleanCell.BooleanCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/**
 * How cells lie in settings: the class, and under the class an entry of its simple name. No other class is ever loaded.
 */
final class CellEntries {

    private static final String CELL = "datacell";

    private static final String LEGACY_MISSING = "org.knime.core.data.DataType$MissingCell";

    private CellEntries() {
    }

    static void write(final DataCell cell, final Config config) {
        if (cell == null) {
            config.addString(CELL, null);
            return;
        }
        config.addString(CELL, cell.getClass().getName());
        final var content = config.addConfig(cell.getClass().getName());
        final var key = cell.getClass().getSimpleName();
        if (cell instanceof StringCell text) {
            content.addString(key, text.getStringValue());
        } else if (cell instanceof DoubleCell number) {
            content.addDouble(key, number.getDoubleValue());
        } else if (cell instanceof IntCell number) {
            content.addInt(key, number.getIntValue());
        } else if (cell instanceof LongCell number) {
            content.addLong(key, number.getLongValue());
        } else if (cell instanceof BooleanCell truth) {
            content.addBoolean(key, truth.getBooleanValue());
        } else if (!cell.isMissing()) {
            throw new IllegalArgumentException(
                "A cell of type " + cell.getType() + " cannot be kept in settings here.");
        }
    }

    static DataCell read(final Config config) throws InvalidSettingsException {
        final var className = config.getString(CELL);
        if (className == null) {
            return null;
        }
        if (className.equals(LEGACY_MISSING) || className.equals(DataType.getMissingCell().getClass().getName())) {
            return DataType.getMissingCell();
        }
        if (className.equals(StringCell.class.getName())) {
            final var text = config.getConfig(className).getString("StringCell");
            if (text == null) {
                throw new InvalidSettingsException("The text cell \"" + config.getKey() + "\" has no text.");
            }
            return new StringCell(text);
        }
        if (className.equals(DoubleCell.class.getName())) {
            return new DoubleCell(config.getConfig(className).getDouble("DoubleCell"));
        }
        if (className.equals(IntCell.class.getName())) {
            return new IntCell(config.getConfig(className).getInt("IntCell"));
        }
        if (className.equals(LongCell.class.getName())) {
            return new LongCell(config.getConfig(className).getLong("LongCell"));
        }
        if (className.equals(BooleanCell.class.getName())) {
            return BooleanCellFactory.create(config.getConfig(className).getBoolean("BooleanCell"));
        }
        throw new InvalidSettingsException("The cell type \"" + className + "\" is not known here.");
    }
}

package org.fewlabel.headless.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.collection.CollectionDataValue;

/** Cells as text for display: rounded, and for a long list the beginning and the length. */
final class CellText {

    private static final int SIGNIFICANT_DIGITS = 5;

    /** The number of digits of a list's element, which shares its column with others. */
    private static final int SIGNIFICANT_DIGITS_IN_LISTS = 3;

    /** The minimum width of an element: a digit, a comma and a blank. */
    private static final int SHORTEST_ELEMENT = 3;

    private static final String MISSING = "?";

    private CellText() {
    }

    /**
     * @param columns the width of the terminal, to which only lists are fitted
     * @return the cell in one line
     */
    static String of(final DataCell cell, final int columns) {
        if (cell instanceof CollectionDataValue collection) {
            return list(collection, columns);
        }
        return single(cell, SIGNIFICANT_DIGITS);
    }

    private static String single(final DataCell cell, final int digits) {
        if (cell.isMissing()) {
            return MISSING;
        }
        return isFraction(cell) ? number(((DoubleValue)cell).getDoubleValue(), digits) : Texts.plain(cell.toString());
    }

    private static boolean isFraction(final DataCell cell) {
        return cell instanceof DoubleValue && !(cell instanceof IntValue) && !(cell instanceof LongValue)
            && !(cell instanceof BooleanValue);
    }

    private static String list(final CollectionDataValue collection, final int columns) {
        final var size = collection.size();
        final var first = collection.stream().limit(columns / SHORTEST_ELEMENT)
            .map(element -> single(element, SIGNIFICANT_DIGITS_IN_LISTS)).toList();
        for (int shown = first.size(); shown > 0; shown--) {
            final var text = list(first.subList(0, shown), size, collection);
            if (Texts.width(text) <= columns) {
                return text;
            }
        }
        return list(List.of(), size, collection);
    }

    private static String list(final List<String> shown, final int size, final CollectionDataValue collection) {
        final var begin = "[" + String.join(", ", shown);
        if (shown.size() == size) {
            return begin + "]";
        }
        final var numbers = collection.getElementType().isCompatible(DoubleValue.class);
        return "%s%s… %,d %s]".formatted(begin, shown.isEmpty() ? "" : ", ", size, numbers ? "numbers" : "values");
    }

    /** @return the number with a few digits, so that a column of measurements is readable */
    private static String number(final double value, final int significant) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        final var exact = new BigDecimal(value);
        // never a zero in place of a whole digit
        final var digits = Math.max(significant, Math.min(15, exact.precision() - exact.scale()));
        final var rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        final var size = rounded.precision() - rounded.scale();
        if (rounded.signum() != 0 && (size > 15 || size < -3)) {
            return String.valueOf(rounded.doubleValue());
        }
        final var plain = rounded.setScale(Math.max(0, Math.min(rounded.scale(), digits - size)),
            RoundingMode.HALF_EVEN);
        return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
    }
}

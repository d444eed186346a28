package org.fewlabel.table;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;

/**
 * What the numbers of a vector column mean, as a property of the column: frames one after the other, and in each the
 * bands from low to high. KNIME keeps it as long as nothing else is made of the column.
 *
 * @param frames how many frames a vector has
 * @param bands how many numbers a frame has
 */
public record VectorShape(int frames, int bands) {

    /** The property; its text is such as "16 x 40", frames first. */
    static final String PROPERTY = "org.fewlabel.shape";

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,6}) x ([1-9]\\d{0,6})");

    /** @return the shape that a column was given, empty if none */
    static Optional<VectorShape> of(final DataColumnSpec column) {
        final var matcher = TEXT.matcher(column.getProperties().getProperty(PROPERTY, ""));
        return matcher.matches()
            ? Optional.of(new VectorShape(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
            : Optional.empty();
    }

    /** Notes the shape with a column. */
    void note(final DataColumnSpecCreator column) {
        column.setProperties(new DataColumnProperties(Map.of(PROPERTY, frames + " x " + bands)));
    }
}

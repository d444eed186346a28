package org.fewlabel.table;

import java.util.Map;
import java.util.regex.Pattern;

import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Shape;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;

/**
 * The shape of a vector column, as a property of the column: "16 x 40" are 16 frames of 40 numbers each, such as a
 * spectrogram, and "32 x 32 x 3" are images: height, width and channels. KNIME keeps it until the column is
 * transformed.
 */
public final class VectorShape {

    private static final String PROPERTY = "org.fewlabel.shape";

    private static final Pattern FRAMES = Pattern.compile("([1-9]\\d{0,6}) x ([1-9]\\d{0,6})");

    private VectorShape() {
    }

    /** @return the shape of a column; {@code null} if it has none */
    static Shape read(final DataColumnSpec column) {
        final var text = column.getProperties().getProperty(PROPERTY, "");
        try {
            final var frames = FRAMES.matcher(text);
            return text.isEmpty() ? null
                : frames.matches() ? Shape.frames(Integer.parseInt(frames.group(1)), Integer.parseInt(frames.group(2)))
                    : Shape.parse(text);
        } catch (final UserMessageException e) { // NOSONAR a foreign property of that name
            return null;
        }
    }

    /** Adds the shape to a column. */
    public static void note(final DataColumnSpecCreator column, final Shape shape) {
        column.setProperties(new DataColumnProperties(Map.of(PROPERTY, shape.toString())));
    }
}

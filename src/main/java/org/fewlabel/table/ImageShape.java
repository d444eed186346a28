package org.fewlabel.table;

import java.util.Map;
import java.util.Optional;

import org.fewlabel.learn.data.Shape;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;

/**
 * That the vectors of a column are images, as a property of the column, such as "32 x 32 x 3": height, width and channels.
 * It is the property that also says what a spectrogram's frames and bands are, of which there are two numbers; see
 * {@link VectorShape}.
 */
public final class ImageShape {

    private static final int NUMBERS = 3;

    private ImageShape() {
    }

    /** @return the shape that a column was given, empty if none */
    static Optional<Shape> of(final DataColumnSpec column) {
        final var text = column.getProperties().getProperty(VectorShape.PROPERTY, "");
        if (text.split("x").length != NUMBERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Shape.parse(text));
        } catch (final IllegalArgumentException e) { // NOSONAR a property of that name that is none of ours
            return Optional.empty();
        }
    }

    /** Notes the shape with a column. */
    public static void note(final DataColumnSpecCreator column, final Shape shape) {
        column.setProperties(new DataColumnProperties(Map.of(VectorShape.PROPERTY, shape.toString())));
    }
}

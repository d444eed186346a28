package org.fewlabel.table;

import java.util.Optional;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.data.vector.bitvector.BitVectorValue;
import org.knime.core.data.vector.bytevector.ByteVectorValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;

/** How a column is read as a feature. */
public enum FeatureKind {
    /** a measurement: any number; missing, NaN and infinite cells are treated as missing */
    NUMBER("a number", "numbers"),
    /** a measurement written as text; other text is treated as missing */
    NUMBER_IN_TEXT("a number written as text", "numbers written as text"),
    /** a category: a nominal string or a boolean */
    NOMINAL("a category", "categories"),
    /** a fingerprint */
    BITS("a bit vector", "bit vectors"),
    /** several numbers in a cell: a list of numbers, a double vector or a byte vector, all of one length */
    VECTOR("a vector of numbers", "vectors of numbers"),
    /** a free text */
    TEXT("a text", "texts"),
    /** a picture in the format PNG */
    IMAGE("an image", "images"),
    /** the path of an image file, as text */
    IMAGE_FILE("the path of an image file", "paths of image files");

    private final String text;

    private final String plural;

    FeatureKind(final String text, final String plural) {
        this.text = text;
        this.plural = plural;
    }

    /** @return the plural name of the kind in a message */
    String plural() {
        return plural;
    }

    /** @return the name of the kind in a message, with its article */
    public String text() {
        return text;
    }

    /** @return whether cells may be images: text may name files of them, and vectors may hold their pixels */
    public boolean mayHaveShape() {
        return this == NOMINAL || this == VECTOR || this == IMAGE || this == IMAGE_FILE;
    }

    /** @return whether a column can be read as this kind */
    public boolean canRead(final DataColumnSpec column) {
        final var usual = of(column).orElse(null);
        return usual == this
            || (this == IMAGE_FILE || this == TEXT) && column.getType().isCompatible(StringValue.class)
            || this == NUMBER_IN_TEXT && (usual == NUMBER || column.getType().isCompatible(StringValue.class));
    }

    /** @return the kind of a column by its type only, empty if it cannot be a feature */
    public static Optional<FeatureKind> of(final DataColumnSpec column) {
        final var type = column.getType();
        // a boolean cell is also a number in KNIME, but is better read as two categories
        if (type.isCompatible(BooleanValue.class)) {
            return Optional.of(NOMINAL);
        }
        if (type.isCompatible(DoubleValue.class)) {
            return Optional.of(NUMBER);
        }
        if (type.isCompatible(BitVectorValue.class)) {
            return Optional.of(BITS);
        }
        if (type.isCompatible(PNGImageValue.class)) {
            return Optional.of(IMAGE);
        }
        if (isVector(type)) {
            return Optional.of(VECTOR);
        }
        return type.isCompatible(NominalValue.class) ? Optional.of(NOMINAL) : Optional.empty();
    }

    private static boolean isVector(final DataType type) {
        return type.isCompatible(DoubleVectorValue.class) || type.isCompatible(ByteVectorValue.class)
            || type.isCompatible(ListDataValue.class) && type.isCollectionType()
                && type.getCollectionElementType().isCompatible(DoubleValue.class);
    }
}

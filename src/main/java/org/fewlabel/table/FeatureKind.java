package org.fewlabel.table;

import java.util.Optional;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.vector.bitvector.BitVectorValue;

/** How a column is read as a feature. */
public enum FeatureKind {
        /** a measurement: any number; missing, NaN and infinite cells count as missing */
        NUMBER("a number"),
        /** a measurement written as text; what is no number counts as missing */
        NUMBER_IN_TEXT("a number written as text"),
        /** a category: a nominal string or a boolean */
        NOMINAL("a category"),
        /** a fingerprint */
        BITS("a bit vector");

    private final String text;

    FeatureKind(final String text) {
        this.text = text;
    }

    /** @return what to call the kind in a message, with its article */
    public String text() {
        return text;
    }

    /** @return whether a column can be read that way */
    public boolean canRead(final DataColumnSpec column) {
        final var usual = of(column).orElse(null);
        return usual == this
            || this == NUMBER_IN_TEXT && (usual == NUMBER || column.getType().isCompatible(StringValue.class));
    }

    /** @return how the column is read if nothing is known of its cells, empty if it cannot be a feature */
    public static Optional<FeatureKind> of(final DataColumnSpec column) {
        final var type = column.getType();
        // a boolean cell is a number too for KNIME: two categories say it better
        if (type.isCompatible(BooleanValue.class)) {
            return Optional.of(NOMINAL);
        }
        if (type.isCompatible(DoubleValue.class)) {
            return Optional.of(NUMBER);
        }
        if (type.isCompatible(BitVectorValue.class)) {
            return Optional.of(BITS);
        }
        return type.isCompatible(NominalValue.class) ? Optional.of(NOMINAL) : Optional.empty();
    }
}

package org.fewlabel.table;

import java.util.Optional;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;

/** How a column is read as a feature. */
public enum FeatureKind {
        /** a measurement: any number; missing, NaN and infinite cells count as missing */
        NUMBER("a number"),
        /** a category: a nominal string or a boolean */
        NOMINAL("a category");

    private final String text;

    FeatureKind(final String text) {
        this.text = text;
    }

    /** @return what to call the kind in a message, with its article */
    public String text() {
        return text;
    }

    /** @return how the column is read, empty if it cannot be a feature */
    public static Optional<FeatureKind> of(final DataColumnSpec column) {
        final var type = column.getType();
        // a boolean cell is a number too for KNIME: two categories say it better
        if (type.isCompatible(BooleanValue.class)) {
            return Optional.of(NOMINAL);
        }
        if (type.isCompatible(DoubleValue.class)) {
            return Optional.of(NUMBER);
        }
        return type.isCompatible(NominalValue.class) ? Optional.of(NOMINAL) : Optional.empty();
    }
}

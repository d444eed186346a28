package org.fewlabel.table;

import org.knime.core.data.DataType;

/** The name of a column type in a message. */
final class TypeName {

    private TypeName() {
    }

    /** @return such as "XML", "List of String", or "cells of several types" */
    static String of(final DataType type) {
        if (type.isMissingValueType()) {
            return "missing cells";
        }
        if (type.getCellClass() == null) {
            return "cells of several types"; // KNIME has no name for a common supertype
        }
        return type.isCollectionType() ? type.getName() + " of " + of(type.getCollectionElementType()) : type.getName();
    }
}

package org.fewlabel.table;

import java.util.List;
import java.util.stream.Collectors;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** Which columns of a table are features. */
public final class Features {

    private Features() {
    }

    /** @return the columns that a user may choose as features, in table order */
    public static List<DataColumnSpec> choices(final DataTableSpec spec) {
        return spec.stream().filter(c -> !ColumnNames.isReserved(c.getName()) && FeatureKind.of(c).isPresent())
            .toList();
    }

    /** @return the columns that a user may choose as features if one holds labels, {@code null} if none does */
    public static List<DataColumnSpec> choices(final DataTableSpec spec, final String label) {
        return choices(spec).stream().filter(c -> !c.getName().equals(label)).toList();
    }

    /** @return the names of the columns that hold an encoder's embedding, in table order */
    static List<String> embedding(final DataTableSpec spec) {
        return choices(spec).stream().map(DataColumnSpec::getName).filter(ColumnNames::isEmbedding).toList();
    }

    /** @return that no column is left under a setting, and what there was */
    static String noneLeft(final FeatureChoice choice, final String title) {
        return "No feature column is left under \"" + title + "\". "
            + choice.notes().sentences().stream().map(note -> note + " ").collect(Collectors.joining())
            + "The table needs at least one column with numbers, strings, booleans, images or vectors besides the "
            + "label.";
    }
}

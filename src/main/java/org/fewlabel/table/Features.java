package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** The columns of a table that can be features. */
public final class Features {

    private Features() {
    }

    /** @return the columns that a user may select as features, in table order */
    public static List<DataColumnSpec> choices(final DataTableSpec spec) {
        return spec.stream().filter(c -> !ColumnNames.isReserved(c.getName()) && FeatureKind.of(c).isPresent())
            .toList();
    }

    /** @return the columns that a user may select as features beside a label column, {@code null} for none */
    public static List<DataColumnSpec> choices(final DataTableSpec spec, final String label) {
        return choices(spec).stream().filter(c -> !c.getName().equals(label)).toList();
    }

    /** @return the names of the columns with an embedding, in table order */
    static List<String> embedding(final DataTableSpec spec) {
        return choices(spec).stream().map(DataColumnSpec::getName).filter(ColumnNames::isEmbedding).toList();
    }

    /** @return how the columns are read, in sentences for the user */
    public static String described(final List<FeatureColumn> columns) {
        final var sentences = new ArrayList<String>();
        for (final var kind : FeatureKind.values()) {
            final var names = columns.stream().filter(c -> c.kind() == kind).map(FeatureColumn::name).toList();
            if (!names.isEmpty()) {
                sentences.add("Read as " + kind.plural() + ": " + Text.quoted(names) + ".");
            }
        }
        columns.stream().filter(c -> c.shape() != null)
            .forEach(c -> sentences.add("The images in \"" + c.name() + "\" are "
                + c.shape().height() + " x " + c.shape().width() + " pixels, "
                + (c.shape().channels() == 1 ? "grey." : "with " + c.shape().channels() + " channels.")));
        if (columns.size() > 1 && columns.stream().anyMatch(c -> c.shape() != null)) {
            sentences.add(
                "As there are other features, networks take their pixels for numbers like any other; let images be "
                    + "the only feature to have one that looks at neighboring pixels.");
        }
        return String.join(" ", sentences);
    }

    /** @return the message that no column is left under a setting, and why */
    static String noneLeft(final FeatureChoice choice, final String title) {
        return "No feature column is left under \"" + title + "\". "
            + choice.notes().sentences().stream().map(note -> note + " ").collect(Collectors.joining())
            + "The table needs at least one column with numbers, strings, booleans, images or vectors besides the "
            + "label.";
    }
}

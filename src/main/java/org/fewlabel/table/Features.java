package org.fewlabel.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;

/** The columns of a table that can be features. */
public final class Features {

    /** "id", "patient_id", "Patient ID", "rowID", but not "acid" */
    private static final Pattern ID = Pattern.compile("(?:.*[^A-Za-z])?(?i:id|uuid|guid)|.*[a-z]I[dD]");

    private Features() {
    }

    /** @return whether the column is an ID by its name: text with many distinct values, or whole numbers */
    static boolean isId(final DataColumnSpec column) {
        final var type = column.getType();
        return ID.matcher(column.getName()).matches() && (type.isCompatible(LongValue.class)
            || type.isCompatible(StringValue.class) && !column.getDomain().hasValues());
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

    /** @return the columns that may be an embedding: vectors and decimal numbers */
    public static List<DataColumnSpec> embeddingChoices(final DataTableSpec spec, final String label) {
        return choices(spec, label).stream().filter(column -> switch (FeatureKind.of(column).orElseThrow()) {
            case VECTOR -> true;
            case NUMBER -> !column.getType().isCompatible(LongValue.class);
            default -> false;
        }).toList();
    }

    /** @return the columns that an embedding can be compared with: all except labels (hidden or not) and embeddings */
    public static List<DataColumnSpec> originalChoices(final DataTableSpec spec, final String label) {
        return choices(spec, ColumnNames.labelOf(label)).stream()
            .filter(c -> !c.getName().equals(label) && !ColumnNames.isEmbedding(c.getName())).toList();
    }

    /** @return the names of the string columns that may be features, in table order */
    public static List<String> strings(final DataTableSpec spec) {
        return choices(spec).stream().filter(c -> c.getType().isCompatible(StringValue.class))
            .map(DataColumnSpec::getName).toList();
    }

    /**
     * @param label the label column; {@code null} if there is none
     * @return whether a column may contain images: pictures, paths of files, or vectors of pixels
     */
    public static boolean mayHaveImages(final DataTableSpec spec, final String label) {
        return choices(spec, label).stream().anyMatch(column -> switch (FeatureKind.of(column).orElseThrow()) {
            case IMAGE -> true;
            case NOMINAL -> column.getType().isCompatible(StringValue.class)
                && (!column.getDomain().hasValues() || LabelColumn.namesFiles(column));
            case VECTOR -> !ColumnNames.isEmbedding(column.getName()) && !isSpectrogram(column);
            default -> false;
        });
    }

    /**
     * @param label the label column; {@code null} if there is none
     * @return whether a column may contain free text
     */
    public static boolean mayHaveTexts(final DataTableSpec spec, final String label) {
        return choices(spec, label).stream()
            .anyMatch(column -> column.getType().isCompatible(StringValue.class) && !LabelColumn.namesFiles(column));
    }

    /** @return whether a column contains spectrograms */
    public static boolean hasSpectrograms(final DataTableSpec spec) {
        return choices(spec).stream().anyMatch(Features::isSpectrogram);
    }

    private static boolean isSpectrogram(final DataColumnSpec column) {
        final var shape = VectorShape.read(column);
        return shape != null && !shape.isImage();
    }

    /** @return the names of the columns with an embedding, in table order */
    static List<String> embedding(final DataTableSpec spec) {
        return choices(spec).stream().map(DataColumnSpec::getName).filter(ColumnNames::isEmbedding).toList();
    }

    /** @return the message that no column is left under a setting, and why */
    static String noneLeft(final FeatureChoice choice, final String title) {
        return "No feature column is left under \"" + title + "\". "
            + choice.notes().sentences().stream().map(note -> note + " ").collect(Collectors.joining())
            + "The table needs at least one column with numbers, strings, booleans, images or vectors besides the "
            + "label.";
    }
}

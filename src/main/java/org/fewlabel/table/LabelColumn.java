package org.fewlabel.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;

/** The label column: which columns are suitable, and how its cells are read. */
public final class LabelColumn {

    /** The maximum number of classes of whole numbers; a column with more distinct values is a measurement. */
    public static final int MAX_NUMBER_CLASSES = 50;

    private static final Set<String> USUAL_NAMES = Set.of("label", "class", "target", "y", "diagnosis", "outcome",
        "category", "species", "label_few");

    /** Names of text columns that contain the data to label, not labels. */
    private static final Set<String> NAMES_OF_CONTENT = Set.of("file", "path", "filename", "file name", "file_name",
        "filepath",
        "file path", "file_path", "location", "url", "image", "picture", "wav", "recording", "audio", "sound", "text",
        "message", "sentence", "document", "comment", "review", "title", "body");

    private static final Pattern FILE = Pattern.compile(".*\\.(png|jpe?g|gif|bmp|tiff?|wav|txt|html?)",
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private LabelColumn() {
    }

    /** @return whether the column can hold labels: nominal, boolean or whole numbers */
    public static boolean isCandidate(final DataColumnSpec column) {
        return isNominal(column) || isWholeNumber(column);
    }

    /** @return the candidates among the selected columns: strings and booleans first, then whole numbers */
    static List<DataColumnSpec> likelyFirst(final DataTableSpec spec, final Predicate<DataColumnSpec> wanted) {
        final var candidates = spec.stream().filter(c -> isCandidate(c) && wanted.test(c)).toList();
        return Stream.concat(candidates.stream().filter(LabelColumn::isNominal),
            candidates.stream().filter(LabelColumn::isWholeNumber)).toList();
    }

    /** @return the candidates for known labels: columns of hidden labels first, then what no other node has appended */
    public static List<DataColumnSpec> orTruth(final DataTableSpec spec) {
        return Stream.concat(likelyFirst(spec, c -> ColumnNames.isTruth(c.getName())).stream(),
            likelyFirst(spec, c -> !ColumnNames.isReserved(c.getName())).stream()).toList();
    }

    /** @return the column that most likely holds the labels, empty if none can */
    public static Optional<String> detect(final DataTableSpec spec) {
        if (spec == null) {
            return Optional.empty();
        }
        final var candidates = spec.stream()
            .filter(c -> isCandidate(c) && !c.getType().isMissingValueType() && !ColumnNames.isReserved(c.getName())
                && !isContent(c))
            .toList();
        return lastOf(
            candidates.stream().filter(c -> USUAL_NAMES.contains(c.getName().toLowerCase(Locale.ROOT))).toList())
            .or(() -> lastOf(candidates.stream().filter(LabelColumn::hasSeveralClasses).toList()))
            .or(() -> lastOf(candidates.stream().filter(LabelColumn::isNominal).toList()))
            .or(() -> lastOf(candidates));
    }

    /** @return the truth of the column that most likely holds the labels, if Label Masker has hidden it, else itself */
    public static Optional<String> guessTruth(final DataTableSpec spec) {
        return detect(spec).map(label -> {
            final var truth = spec.getColumnSpec(ColumnNames.truth(label));
            return truth != null && isCandidate(truth) ? truth.getName() : label;
        });
    }

    /**
     * Returns the selected column or the detected one. No column is selected if the settings were saved, or the dialog
     * closed with OK, before the table was known: KNIME determines default settings only once.
     *
     * @param chosen the selected column; empty if none was
     * @return the selected column, otherwise that of {@link #detect}; empty if there is none
     */
    public static String orGuess(final DataTableSpec spec, final String chosen) {
        return chosen == null || chosen.isEmpty() ? detect(spec).orElse("") : chosen;
    }

    /**
     * @param setting the title of the setting that names the column
     * @return the column
     * @throws InvalidSettingsException if it is not there or cannot hold labels
     */
    public static DataColumnSpec check(final DataTableSpec spec, final String column, final String setting)
        throws InvalidSettingsException {
        if (column == null || column.isEmpty()) {
            throw new InvalidSettingsException(
                "No column is chosen under \"" + setting + "\". The table needs a column "
                    + "with class names (text, whole numbers or booleans).");
        }
        final var found = spec.getColumnSpec(column);
        if (found == null) {
            throw new InvalidSettingsException("The column \"" + column + "\" chosen under \"" + setting
                + "\" is not in the input table. Choose another one, or bring the column back.");
        }
        if (isCandidate(found)) {
            return found;
        }
        if (found.getType().isCompatible(DoubleValue.class)) {
            throw new InvalidSettingsException("The label column \"" + column
                + "\" holds decimal numbers, and labels are "
                + "class names. If its numbers are classes, convert the column with the node \"Number to String\" "
                + "first.");
        }
        throw new InvalidSettingsException("The label column \"" + column + "\" is of type " + found.getType().getName()
            + ". Labels are class names: choose a column with text, whole numbers or booleans.");
    }

    /**
     * @return the classes in the column's domain, in its order; empty if the domain is unknown or not filled yet
     */
    public static Optional<List<String>> classes(final DataColumnSpec column) {
        if (isWholeNumber(column) || !column.getDomain().hasValues()) {
            return Optional.empty();
        }
        final var classes = column.getDomain().getValues().stream().map(LabelColumn::text).distinct().toList();
        return classes.isEmpty() ? Optional.empty() : Optional.of(classes);
    }

    /** @return whether the column holds whole numbers, which are read as class names */
    public static boolean isWholeNumber(final DataColumnSpec column) {
        return !isNominal(column) && column.getType().isCompatible(LongValue.class);
    }

    /** @return the class of a cell, which must not be missing */
    static String text(final DataCell cell) {
        return cell instanceof StringValue string ? string.getStringValue() : cell.toString();
    }

    private static boolean isNominal(final DataColumnSpec column) {
        return column.getType().isCompatible(NominalValue.class) || column.getType().isCompatible(BooleanValue.class);
    }

    private static boolean isContent(final DataColumnSpec column) {
        return isNominal(column)
            && (NAMES_OF_CONTENT.contains(column.getName().toLowerCase(Locale.ROOT)) || namesFiles(column));
    }

    /** @return whether all values that the column's domain lists are names of files */
    static boolean namesFiles(final DataColumnSpec column) {
        final var values = column.getDomain().getValues();
        return values != null && !values.isEmpty()
            && values.stream().allMatch(v -> FILE.matcher(v.toString()).matches());
    }

    private static boolean hasSeveralClasses(final DataColumnSpec column) {
        final var values = column.getDomain().getValues();
        return values != null && values.size() > 1 && values.size() <= MAX_NUMBER_CLASSES;
    }

    private static Optional<String> lastOf(final List<DataColumnSpec> columns) {
        return IntStream.of(columns.size() - 1).filter(i -> i >= 0).mapToObj(i -> columns.get(i).getName()).findFirst();
    }
}

package org.fewlabel.table;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

import org.knime.core.data.DataTableSpec;

/** The names of the columns that our nodes append, and by which they recognize each other's. */
public final class ColumnNames {

    /** Whether each row is labeled, unlabeled or held out; see {@link org.fewlabel.learn.judge.Role}. */
    public static final String ROLE = "Role";

    /** Whether any label reaches each row in the graph. */
    public static final String REACHED = "Reached";

    /** Whether the neighbors of each labeled row indicate another class. */
    public static final String CONTRADICTED = "Contradicted";

    /** The embedding of each row; with a number appended, one of its dimensions. */
    public static final String EMBEDDING = "Embedding";

    /** The reconstruction error of each row by an encoder. */
    public static final String RECONSTRUCTION_ERROR = "Reconstruction error";

    /** A picture of a spectrogram, for viewing only. */
    public static final String PICTURE = "Spectrogram (image)";

    private static final Pattern EMBEDDING_PATTERN = Pattern.compile(EMBEDDING + "( \\d+)?");

    private static final String TRUTH_SUFFIX = " (truth)";

    private static final String PREDICTION_PREFIX = "Prediction (";

    private static final String BASELINE_PREFIX = "Baseline (";

    private static final String PROBABILITY_PREFIX = "P (";

    private static final String DECIDED_BY_PREFIX = "Decided by ";

    private static final String SHARE_SUFFIX = " (share)";

    private static final String CONFIDENCE_SUFFIX = " (Confidence)";

    /** The suffix that KNIME appends to make a name unique. */
    private static final Pattern UNIQUE_SUFFIX = Pattern.compile(" \\(#\\d+\\)\\z");

    private ColumnNames() {
    }

    /** @return the column with the labels hidden by Label Masker */
    public static String truth(final String label) {
        return label + TRUTH_SUFFIX;
    }

    /** @return the column of predicted classes */
    public static String prediction(final String label) {
        return PREDICTION_PREFIX + label + ")";
    }

    /** @return the column of the baseline's classes */
    public static String baseline(final String label) {
        return BASELINE_PREFIX + label + ")";
    }

    /** @return the column with the probability of the predicted class */
    public static String confidence(final String predictionOrBaseline) {
        return predictionOrBaseline + CONFIDENCE_SUFFIX;
    }

    /** @return the column with the probability of one class */
    public static String probability(final String label, final String className) {
        return PROBABILITY_PREFIX + label + "=" + className + ")";
    }

    /** @return the column with the RowID of the most influential labeled row, the second most and so on */
    public static String decidedBy(final int rank) {
        return DECIDED_BY_PREFIX + rank;
    }

    /** @return the column with the influence of that labeled row */
    public static String decidedByShare(final int rank) {
        return decidedBy(rank) + SHARE_SUFFIX;
    }

    /** @return the column with one dimension of the embedding, counted from 1 */
    public static String embedding(final int dimension) {
        return EMBEDDING + " " + dimension;
    }

    /** @return whether the column holds the embedding of an encoder, or one dimension of it */
    public static boolean isEmbedding(final String column) {
        return EMBEDDING_PATTERN.matcher(withoutUniqueSuffix(column)).matches();
    }

    /** @return whether the column holds predicted classes (not their confidence) */
    public static boolean isPrediction(final String column) {
        return column.startsWith(PREDICTION_PREFIX) && !isConfidence(column);
    }

    /** @return whether the column holds the classes of a labeled-only baseline (not their confidence) */
    public static boolean isBaseline(final String column) {
        return column.startsWith(BASELINE_PREFIX) && !isConfidence(column);
    }

    /** @return whether the column has hidden labels */
    public static boolean isTruth(final String column) {
        return withoutUniqueSuffix(column).endsWith(TRUTH_SUFFIX);
    }

    /**
     * Columns derived from the label, which would leak it into training: truth, role, and the columns appended by
     * learners; and pictures of data that exist as numbers.
     *
     * @return whether the column is never a feature
     */
    public static boolean isReserved(final String column) {
        final var name = withoutUniqueSuffix(column);
        return name.equals(ROLE) || name.equals(REACHED) || name.equals(CONTRADICTED) || name.endsWith(TRUTH_SUFFIX)
            || name.startsWith(PREDICTION_PREFIX) || name.startsWith(BASELINE_PREFIX) || isDecidedBy(name)
            || name.startsWith(PROBABILITY_PREFIX) || name.equals(RECONSTRUCTION_ERROR) || name.equals(PICTURE);
    }

    /** @return the label of a prediction, baseline or truth column, or the name itself if it is none of these */
    public static String labelOf(final String column) {
        final var name = withoutUniqueSuffix(column);
        for (final var prefix : new String[]{PREDICTION_PREFIX, BASELINE_PREFIX}) {
            if (name.startsWith(prefix) && name.endsWith(")")) {
                return name.substring(prefix.length(), name.length() - 1);
            }
        }
        return name.endsWith(TRUTH_SUFFIX) ? name.substring(0, name.length() - TRUTH_SUFFIX.length()) : name;
    }

    /**
     * @return the suffix that makes all names unique in the table, empty if they are, otherwise as in KNIME: " (#1)"
     */
    static String uniqueSuffix(final DataTableSpec spec, final Iterable<String> names) {
        final Set<String> present = new HashSet<>();
        spec.forEach(column -> present.add(column.getName()));
        var suffix = "";
        for (var i = 1; anyPresent(present, names, suffix); i++) {
            suffix = " (#" + i + ")";
        }
        return suffix;
    }

    /** @return the suffix that KNIME or {@link #uniqueSuffix} gave the name, empty if it has none */
    static String uniqueSuffixOf(final String column) {
        final var matcher = UNIQUE_SUFFIX.matcher(column);
        return matcher.find() ? matcher.group() : "";
    }

    private static boolean anyPresent(final Set<String> present, final Iterable<String> names, final String suffix) {
        for (final var name : names) {
            if (present.contains(name + suffix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDecidedBy(final String name) {
        final var rank = name.endsWith(SHARE_SUFFIX) ? name.substring(0, name.length() - SHARE_SUFFIX.length()) : name;
        return rank.matches(DECIDED_BY_PREFIX + "\\d+");
    }

    private static boolean isConfidence(final String column) {
        return withoutUniqueSuffix(column).endsWith(CONFIDENCE_SUFFIX);
    }

    private static String withoutUniqueSuffix(final String column) {
        return UNIQUE_SUFFIX.matcher(column).replaceFirst("");
    }
}

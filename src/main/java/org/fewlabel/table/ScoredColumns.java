package org.fewlabel.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;

/**
 * The columns of a table for scoring a prediction.
 *
 * @param truth the true classes
 * @param prediction the predicted classes
 * @param confidence the probability of the predicted class; {@code null} if there is no such column
 * @param probabilities the columns with the probability of each class; empty if there are none
 * @param baseline the classes of the baseline; {@code null} if there is no such column
 * @param baselineConfidence the probability of the baseline's class; {@code null} if there is no such column
 * @param role the role of each row; {@code null} if there is no such column
 */
public record ScoredColumns(String truth, String prediction, String confidence, List<ClassProbability> probabilities,
    String baseline, String baselineConfidence, String role) {

    /** A column with the probability of one class. */
    record ClassProbability(String className, String column) {
    }

    /** @return the first column of predictions, empty if there is none */
    public static Optional<String> guessPrediction(final DataTableSpec spec) {
        return spec.stream().filter(c -> ColumnNames.isPrediction(c.getName()) && LabelColumn.isCandidate(c))
            .map(DataColumnSpec::getName).findFirst();
    }

    /** @return the columns that may contain predictions: of our nodes first, then baselines, then foreign columns */
    public static List<DataColumnSpec> predictionChoices(final DataTableSpec spec) {
        return Stream.<Predicate<String>>of(ColumnNames::isPrediction, ColumnNames::isBaseline,
            name -> !ColumnNames.isReserved(name) && spec.getColumnSpec(ColumnNames.truth(name)) == null)
            .flatMap(kind -> LabelColumn.likelyFirst(spec, column -> kind.test(column.getName())).stream()).toList();
    }

    /** @return why the columns cannot be compared, in words for the user; empty if they can, or one is not selected */
    public static Optional<String> problem(final DataTableSpec spec, final String truth, final String truthSetting,
        final String prediction, final String predictionSetting) {
        if (truth == null || truth.isEmpty() || prediction == null || prediction.isEmpty()) {
            return Optional.empty();
        }
        try {
            find(spec, truth, truthSetting, prediction, predictionSetting, false);
            return Optional.empty();
        } catch (final InvalidSettingsException e) { // the same message as at execution
            return Optional.of(e.getMessage());
        }
    }

    /** @return why the two comparable columns may be wrong; empty if there is no doubt */
    public static Optional<String> doubt(final DataTableSpec spec, final String truth, final String prediction) {
        final var hidden = ColumnNames.truth(truth);
        if (spec.containsName(hidden)) {
            return Optional
                .of("Label Masker has hidden labels in \"" + truth + "\", so only the rows that were labeled "
                    + "are scored. Choose \"" + hidden + "\" to score the others too.");
        }
        final var classes = Optional.ofNullable(spec.getColumnSpec(truth)).flatMap(LabelColumn::classes);
        final var predicted = Optional.ofNullable(spec.getColumnSpec(prediction)).flatMap(LabelColumn::classes);
        return classes.isPresent() && predicted.isPresent() && Collections.disjoint(classes.get(), predicted.get())
            ? Optional.of("\"" + truth + "\" and \"" + prediction + "\" have no class in common.") : Optional.empty();
    }

    /** @return the truth of the predicted label if it exists, otherwise the label itself, otherwise any truth */
    public static Optional<String> guessTruth(final DataTableSpec spec, final String prediction) {
        final var label = ColumnNames.labelOf(prediction);
        for (final var name : List.of(ColumnNames.truth(label), label)) {
            final var column = spec.getColumnSpec(name);
            if (column != null && LabelColumn.isCandidate(column)) {
                return Optional.of(name);
            }
        }
        return spec.stream().filter(c -> ColumnNames.isTruth(c.getName())).map(DataColumnSpec::getName).findFirst()
            .or(() -> LabelColumn.detect(spec));
    }

    /**
     * @param withBaseline whether to score the baseline, if there is one
     * @throws InvalidSettingsException if a chosen column is not there or does not hold classes
     */
    public static ScoredColumns find(final DataTableSpec spec, final String truth, final String truthSetting,
        final String prediction, final String predictionSetting, final boolean withBaseline)
        throws InvalidSettingsException {
        LabelColumn.check(spec, truth, truthSetting);
        LabelColumn.check(spec, prediction, predictionSetting);
        if (truth.equals(prediction)) {
            throw new InvalidSettingsException("\"" + truthSetting + "\" and \"" + predictionSetting
                + "\" name the same column \"" + truth
                + "\": every row would be correct. Choose the true and the predicted "
                + "classes.");
        }
        final var label = ColumnNames.labelOf(prediction);
        final var suffix = ColumnNames.uniqueSuffixOf(prediction);
        final var baseline = ColumnNames.baseline(label) + suffix;
        final var hasBaseline = withBaseline && spec.containsName(baseline)
            && LabelColumn.isCandidate(spec.getColumnSpec(baseline));
        return new ScoredColumns(truth, prediction,
            number(spec, ColumnNames.confidence(ColumnNames.prediction(label)) + suffix),
            ProbabilityColumns.of(spec, prediction, truth, prediction),
            hasBaseline ? baseline : null,
            hasBaseline ? number(spec, ColumnNames.confidence(ColumnNames.baseline(label)) + suffix) : null,
            role(spec));
    }

    /**
     * @return the classes in the domains of truth and prediction and those with a column of probabilities; empty if a
     *         domain is unknown
     */
    public Optional<List<String>> classes(final DataTableSpec spec) {
        final var all = new ArrayList<String>();
        for (final var name : List.of(truth, prediction)) {
            final var known = LabelColumn.classes(spec.getColumnSpec(name));
            if (known.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(known.get());
        }
        probabilities.forEach(p -> all.add(p.className()));
        return Optional.of(all.stream().distinct().toList());
    }

    private static String number(final DataTableSpec spec, final String name) {
        final var column = spec.getColumnSpec(name);
        return column != null && column.getType().isCompatible(DoubleValue.class) ? name : null;
    }

    private static String role(final DataTableSpec spec) {
        final var column = spec.getColumnSpec(ColumnNames.ROLE);
        return column != null && column.getType().isCompatible(StringValue.class) ? ColumnNames.ROLE : null;
    }
}

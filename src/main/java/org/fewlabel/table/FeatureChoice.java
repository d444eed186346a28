package org.fewlabel.table;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The columns that a node uses as features.
 *
 * @param columns in table order
 * @param byHand the names of those selected by hand by the user: it is an error if one of them cannot be read, while
 *            any other is ignored
 * @param notes on the selection, for the user
 */
public record FeatureChoice(List<FeatureColumn> columns, Set<String> byHand, Report notes) {

    /** @return columns that must be read unchanged, since an earlier model was fitted to them */
    static FeatureChoice all(final List<FeatureColumn> columns) {
        return new FeatureChoice(columns, columns.stream().map(FeatureColumn::name).collect(Collectors.toSet()),
            new Report());
    }

    /** @return the same with other columns in place of these, of the same names */
    public FeatureChoice map(final UnaryOperator<FeatureColumn> change) {
        return new FeatureChoice(columns.stream().map(change).toList(), byHand, notes);
    }
}

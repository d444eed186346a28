package org.fewlabel.table;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The columns that a node takes as features.
 *
 * @param columns in table order
 * @param byHand the names of those that the user has chosen by hand: it is an error if one of them cannot be read. Any
 *             other is left out then
 * @param notes what there is to say of the choice, for the user
 */
public record FeatureChoice(List<FeatureColumn> columns, Set<String> byHand, Report notes) {

    /** @return columns that must be read as they are: something before was made for them */
    static FeatureChoice all(final List<FeatureColumn> columns) {
        return new FeatureChoice(columns, columns.stream().map(FeatureColumn::name).collect(Collectors.toSet()),
            new Report());
    }

    /** @return the same with other columns in place of these, of the same names */
    public FeatureChoice map(final UnaryOperator<FeatureColumn> change) {
        return new FeatureChoice(columns.stream().map(change).toList(), byHand, notes);
    }
}

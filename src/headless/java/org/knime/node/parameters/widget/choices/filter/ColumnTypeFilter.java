package org.knime.node.parameters.widget.choices.filter;

import java.util.Optional;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.TypedStringChoice.PossibleTypeValue;

/** Chooses columns by type; the id of a type is the name of its preferred value class. */
final class ColumnTypeFilter extends TypeFilter {

    @Override
    protected Optional<PossibleTypeValue> fromTypeId(final String typeId) {
        final var simple = typeId.substring(typeId.lastIndexOf('.') + 1);
        return Optional.of(new PossibleTypeValue(typeId, simple.replaceFirst("Value$", "")));
    }

    Predicate<DataColumnSpec> predicate() {
        final var selected = getIsSelectedPredicate();
        return column -> selected.test(column.getType().getPreferredValueClass().getName());
    }
}

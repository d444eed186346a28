package org.fewlabel.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.LegacyFilterUtil;
import org.knime.node.parameters.widget.choices.filter.LegacyFilterUtil.ColumnFilterBuilder;
import org.knime.node.parameters.widget.choices.filter.LegacyFilterUtil.ColumnFilterBuilder.Mode;

/**
 * What a column filter holds. The methods of a filter only tell what it makes of a table: not which columns it names
 * that the table has lost, nor which it has never heard of. KNIME's utility, whose name is older than its use, does.
 *
 * @param manual whether the user chooses columns by name, not by a pattern or a type
 * @param includesUnknown whether a column that is named nowhere is chosen, if columns are chosen by name
 * @param selected the names that are chosen
 * @param deselected the names that are left out
 */
record FilterContent(boolean manual, boolean includesUnknown, Set<String> selected, Set<String> deselected) {

    static FilterContent of(final ColumnFilter filter) {
        final var mode = new AtomicReference<Mode>();
        final var unknown = new AtomicBoolean();
        final Set<String> selected = new LinkedHashSet<>();
        final Set<String> deselected = new LinkedHashSet<>();
        LegacyFilterUtil.saveColumnFilter(filter, mode::set, names -> selected.addAll(List.of(names)),
            names -> deselected.addAll(List.of(names)), unknown::set, (pattern, caseSensitive, inverted, kind) -> {},
            types -> {});
        return new FilterContent(mode.get() == Mode.MANUAL, unknown.get(), selected, deselected);
    }

    /** @return a filter that chooses some columns, leaves out others, and chooses whatever comes later */
    static ColumnFilter open(final List<String> selected, final List<String> deselected) {
        return new ColumnFilterBuilder().withManuallySelected(selected.toArray(String[]::new))
            .withManuallyDeselected(deselected.toArray(String[]::new)).withIncludeUnknownColumns(true).build();
    }

    /**
     * @return whether columns that come later are chosen too. Then nobody has answered for each column, and one that
     *         cannot be used is left out; otherwise the user has chosen by hand, and it is an error.
     */
    boolean isOpen() {
        return manual && includesUnknown;
    }

    /** @return whether the filter names the column, chosen or not */
    boolean knows(final String column) {
        return selected.contains(column) || deselected.contains(column);
    }
}

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
 * The content of a column filter. The methods of a filter only apply it to a table: they return neither the named
 * columns that the table has lost nor the unnamed ones. KNIME's utility, whose name is older than its use, does.
 *
 * @param manual whether columns are selected by name, not by a pattern or a type
 * @param includesUnknown whether an unnamed column is selected, if columns are selected by name
 * @param selected the included names
 * @param deselected the excluded names
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

    /** @return a filter that includes some columns, excludes others, and includes later ones */
    static ColumnFilter open(final List<String> selected, final List<String> deselected) {
        return new ColumnFilterBuilder().withManuallySelected(selected.toArray(String[]::new))
            .withManuallyDeselected(deselected.toArray(String[]::new)).withIncludeUnknownColumns(true).build();
    }

    /**
     * @return whether later columns are included too. Then an unusable column is ignored; otherwise the user has
     *         selected the columns by hand, and it is an error.
     */
    boolean isOpen() {
        return manual && includesUnknown;
    }

    /** @return whether the filter names the column, as included or excluded */
    boolean knows(final String column) {
        return selected.contains(column) || deselected.contains(column);
    }
}

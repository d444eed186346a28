package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** Chooses columns by hand, by a pattern of their names or by type. Use it with a {@link ColumnFilterWidget}. */
public final class ColumnFilter extends TypedStringFilter<ColumnTypeFilter> {

    /** Chooses no column. */
    public ColumnFilter() {
        this(new String[0]);
    }

    /** @param selected the names of the columns that are chosen; unknown columns are not */
    public ColumnFilter(final String[] selected) {
        super(selected, new ColumnTypeFilter());
    }

    /** @param selectedColumns the columns that are chosen; unknown columns are not */
    public ColumnFilter(final List<DataColumnSpec> selectedColumns) {
        super(selectedColumns.stream().map(DataColumnSpec::getName).toList(), new ColumnTypeFilter());
    }

    /** @return this, which no longer chooses columns that were unknown when the user chose by hand */
    public ColumnFilter withExcludeUnknownColumns() {
        setIncludeUnknownValues(false);
        return this;
    }

    /** @return this, which from now on chooses columns that were unknown when the user chose by hand */
    public ColumnFilter withIncludeUnknownColumns() {
        setIncludeUnknownValues(true);
        return this;
    }

    /** @return the names of the columns that were chosen by hand and are not among the given ones */
    public String[] getMissingSelected(final List<DataColumnSpec> choices) {
        return getMissingSelected(names(choices));
    }

    /** @return the names of the columns that were chosen by hand and that the table lacks */
    public String[] getMissingSelectedFromFullSpec(final DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }

    /** @return the names of those of the given columns that are chosen, in the given order */
    public String[] filter(final List<DataColumnSpec> choices) {
        return getSelected(names(choices),
            types -> choices.stream().filter(types.predicate()).map(DataColumnSpec::getName).toArray(String[]::new));
    }

    /** @return the names of those columns of the table that are chosen, in the table's order */
    public String[] filterFromFullSpec(final DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    /** @return whether a column is chosen */
    public Predicate<DataColumnSpec> getFilterPredicate() {
        if (m_mode == Mode.TYPE) {
            return m_typeFilter.predicate();
        }
        final var name = getStringFilterPredicate();
        return column -> name.test(column.getName());
    }

    private static String[] names(final List<DataColumnSpec> columns) {
        return Objects.requireNonNull(columns).stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }
}

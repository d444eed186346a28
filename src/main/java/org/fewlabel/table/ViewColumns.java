package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/**
 * Which columns of a table are two views of its rows.
 *
 * @param first the names of those of view A; none if there are no views
 * @param second the names of those of view B; none is in both
 * @param all the columns of both, in table order
 */
public record ViewColumns(List<String> first, List<String> second, List<FeatureColumn> all) {

    /** The title of the setting for the first view. */
    public static final String FIRST = "View A";

    /** The title of the setting for the second view. */
    public static final String SECOND = "View B";

    /**
     * @param first the user's choice for view A
     * @param second the user's choice for view B
     * @param label the label column, never in a view
     * @throws InvalidSettingsException if a chosen column is gone, a view has no column, or a column is in both
     */
    public static ViewColumns choose(final DataTableSpec spec, final ColumnFilter first, final ColumnFilter second,
        final String label) throws InvalidSettingsException {
        final var a = view(spec, first, label, FIRST);
        final var b = view(spec, second, label, SECOND);
        final var both = a.stream().filter(b::contains).map(FeatureColumn::name).toList();
        if (!both.isEmpty()) {
            throw new InvalidSettingsException("In \"" + FIRST + "\" and in \"" + SECOND + "\" there is "
                + Text.quoted(both) + ": what both know, none can learn from the other. Remove "
                + (both.size() == 1 ? "it" : "them") + " from one of the two.");
        }
        final var all = new ArrayList<FeatureColumn>();
        for (final var column : spec) {
            Stream.concat(a.stream(), b.stream()).filter(c -> c.name().equals(column.getName())).forEach(all::add);
        }
        return new ViewColumns(names(a), names(b), all);
    }

    private static List<FeatureColumn> view(final DataTableSpec spec, final ColumnFilter filter, final String label,
        final String setting) throws InvalidSettingsException {
        final var chosen = Features.chooseAny(spec, filter, label);
        if (chosen.isEmpty()) {
            throw new InvalidSettingsException("No feature column is left in \"" + setting + "\": each view needs at least one "
                + "column with numbers, strings, booleans, images or vectors. Choose one, or the method Tri-training, which needs no views.");
        }
        return chosen;
    }

    /** @return columns that are no views */
    public static ViewColumns none(final List<FeatureColumn> columns) {
        return new ViewColumns(List.of(), List.of(), columns);
    }

    /**
     * Two views to begin with: if some columns are fingerprints, vectors or images and others are not, these two sorts, for they
     * often come from different measurements; else the first half of the columns and the second.
     *
     * @return two filters; of too few columns for two views the second takes none
     */
    public static List<ColumnFilter> guess(final DataTableSpec spec, final String label) {
        if (spec == null) {
            return List.of(new ColumnFilter(), new ColumnFilter());
        }
        final var columns = Features.choices(spec).stream()
            .filter(c -> !c.getName().equals(label) && !ColumnNames.isEmbedding(c.getName())).toList();
        final var several = columns.stream().filter(ViewColumns::isSeveral).toList();
        final var half = (columns.size() + 1) / 2;
        return several.isEmpty() || several.size() == columns.size()
            ? List.of(new ColumnFilter(columns.subList(0, half)),
                new ColumnFilter(columns.subList(half, columns.size())))
            : List.of(new ColumnFilter(columns.stream().filter(c -> !isSeveral(c)).toList()), new ColumnFilter(several));
    }

    /** @return whether each cell holds several numbers */
    private static boolean isSeveral(final DataColumnSpec column) {
        final var kind = FeatureKind.of(column).orElseThrow();
        return kind == FeatureKind.BITS || kind == FeatureKind.VECTOR || kind == FeatureKind.IMAGE;
    }

    private static List<String> names(final List<FeatureColumn> columns) {
        return columns.stream().map(FeatureColumn::name).toList();
    }
}

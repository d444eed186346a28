package org.fewlabel.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fewlabel.table.LeftOut.Reason;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/**
 * Two views of the rows of a table, each a set of columns.
 *
 * @param first the column names of view A; none if there are no views
 * @param second the column names of view B; none is in both
 * @param all the columns of both
 */
public record ViewColumns(List<String> first, List<String> second, FeatureChoice all) {

    /** The title of the setting for the first view. */
    public static final String FIRST = "View A";

    /** The title of the setting for the second view. */
    public static final String SECOND = "View B";

    private static final Optional<Reason> ELSEWHERE = Optional.of(Reason.ELSEWHERE);

    /**
     * Creates the views. An unnamed column belongs to view B if it includes later columns.
     *
     * @param first the user's selection for view A
     * @param second the user's selection for view B
     * @param label the label column, never in a view
     * @throws InvalidSettingsException if a view has no column, a column is in both, or one chosen by hand is of a type
     *             that cannot be read
     */
    public static ViewColumns choose(final DataTableSpec spec, final ColumnFilter first, final ColumnFilter second,
        final String label) throws InvalidSettingsException {
        final var a = FilterContent.of(first);
        final var b = FilterContent.of(second);
        final var columns = columns(spec, label);
        final var untouched = a.isOpen() && b.isOpen()
            && columns.stream().noneMatch(c -> a.knows(c.getName()) || b.knows(c.getName()));
        final Set<String> half = untouched ? Set.copyOf(halves(columns).get(0)) : Set.of();
        final var named = b.isOpen() ? b.selected()
            : FeatureSelection.filter(second, Features.choices(spec, label), SECOND);
        final Predicate<String> isOfFirst = untouched ? half::contains
            : name -> !named.contains(name) && (!b.isOpen() || b.deselected().contains(name));
        final var ofFirst = FeatureSelection.of(spec, first, label, FIRST,
            column -> isOfFirst.test(column.getName()) ? whyNot(column) : ELSEWHERE);
        final var ofA = names(ofFirst.columns());
        final var ofSecond = FeatureSelection.of(spec, second, label, SECOND,
            column -> ofA.contains(column.getName()) ? ELSEWHERE : whyNot(column));
        final var both = names(ofFirst.columns());
        both.retainAll(names(ofSecond.columns()));
        if (!both.isEmpty()) {
            throw new InvalidSettingsException("In \"" + FIRST + "\" and in \"" + SECOND + "\" there is "
                + Text.quoted(both) + ": what both know, none can learn from the other. Remove "
                + (both.size() == 1 ? "it" : "them") + " from one of the two.");
        }
        final var all = together(spec, ofFirst, ofSecond);
        final var views = new ViewColumns(names(ofFirst.columns()), names(ofSecond.columns()), all);
        return a.isOpen() && b.isOpen() && all.columns().size() > 1
            ? views.of(names(all.columns()), all.notes()) : views.checked(ofFirst, ofSecond);
    }

    /**
     * As {@link #choose}, where the second view has all columns that the first has not.
     *
     * @param first the user's choice for view A
     */
    public static ViewColumns chooseFirst(final DataTableSpec spec, final ColumnFilter first, final String label)
        throws InvalidSettingsException {
        final var columns = columns(spec, label);
        final var a = FilterContent.of(first);
        if (a.isOpen() && columns.stream().noneMatch(c -> a.knows(c.getName()))) {
            return choose(spec, first, FilterContent.open(List.of(), List.of()), label);
        }
        // a later column belongs to the second view, even if the first includes unnamed columns
        final var taken = a.isOpen() ? List.copyOf(a.selected())
            : FeatureSelection.filter(first, Features.choices(spec, label), FIRST);
        final var others = columns.stream().filter(c -> !Features.isId(c)).map(DataColumnSpec::getName)
            .filter(name -> !taken.contains(name)).toList();
        final var rest = Features.choices(spec, label).stream().map(DataColumnSpec::getName)
            .filter(name -> !others.contains(name)).toList();
        return choose(spec, first, FilterContent.open(others, rest), label);
    }

    private static Optional<Reason> whyNot(final DataColumnSpec column) {
        return ColumnNames.isEmbedding(column.getName()) ? Optional.of(Reason.EMBEDDING) : Optional.empty();
    }

    private ViewColumns checked(final FeatureChoice a, final FeatureChoice b) throws InvalidSettingsException {
        if (first.isEmpty() || second.isEmpty()) {
            final var title = first.isEmpty() ? FIRST : SECOND;
            throw new InvalidSettingsException(Features.noneLeft(first.isEmpty() ? a : b, title)
                + " Choose one, or the method Tri-training, which needs no views.");
        }
        return this;
    }

    private static FeatureChoice together(final DataTableSpec spec, final FeatureChoice a, final FeatureChoice b) {
        final var columns = new ArrayList<FeatureColumn>();
        for (final var column : spec) {
            Stream.concat(a.columns().stream(), b.columns().stream()).filter(c -> c.name().equals(column.getName()))
                .forEach(columns::add);
        }
        final var byHand = new HashSet<>(a.byHand());
        byHand.addAll(b.byHand());
        return new FeatureChoice(columns, byHand, new Report().add(a.notes()).add(b.notes()));
    }

    /** @return columns without views */
    public static ViewColumns none(final FeatureChoice columns) {
        return new ViewColumns(List.of(), List.of(), columns);
    }

    /**
     * @param data the content of {@link #all}
     * @param notes receives changes of the division
     * @return views of the columns that remain after screening
     */
    public ViewColumns among(final LearningTable data, final Report notes) {
        final var remaining = new ArrayList<String>();
        for (var c = 0; c < data.columns().size(); c++) {
            if (!ColumnFacts.isConstant(data.features().columns().get(c))) {
                remaining.add(data.columns().get(c).name());
            }
        }
        return first.isEmpty() || !all.byHand().isEmpty() || remaining.size() < 2 ? this : of(remaining, notes);
    }

    /** Divides the columns again if one of two default views is empty. */
    private ViewColumns of(final List<String> remaining, final Report notes) {
        if (first.stream().anyMatch(remaining::contains) && second.stream().anyMatch(remaining::contains)) {
            return this;
        }
        final var half = (remaining.size() + 1) / 2;
        final var divided = new ViewColumns(remaining.subList(0, half), remaining.subList(half, remaining.size()), all);
        notes.warn("The views were split by column order because one of them had no usable column: \"" + FIRST
            + "\" is " + Text.quoted(divided.first) + ", and \"" + SECOND + "\" is " + Text.quoted(divided.second)
            + ".");
        return divided;
    }

    /**
     * Returns the default views: if some columns are fingerprints, vectors or images and others are not, these two
     * groups, since they often come from different measurements; otherwise the first and the second half of the
     * columns.
     *
     * @return two filters; with too few columns for two views the second selects none
     */
    public static List<ColumnFilter> detect(final DataTableSpec spec, final String label) {
        if (spec == null) {
            return List.of(FilterContent.open(List.of(), List.of()), FilterContent.open(List.of(), List.of()));
        }
        final var choices = Features.choices(spec, label).stream().map(DataColumnSpec::getName).toList();
        return halves(columns(spec, label).stream().filter(c -> !Features.isId(c)).toList()).stream().map(
            half -> FilterContent.open(half, choices.stream().filter(name -> !half.contains(name)).toList())).toList();
    }

    /** @return the columns in one of the default views */
    private static List<DataColumnSpec> columns(final DataTableSpec spec, final String label) {
        return Features.choices(spec, label).stream().filter(c -> !ColumnNames.isEmbedding(c.getName())).toList();
    }

    private static List<List<String>> halves(final List<DataColumnSpec> columns) {
        final var several = columns.stream().filter(ViewColumns::isSeveral).map(DataColumnSpec::getName).toList();
        final var names = columns.stream().map(DataColumnSpec::getName).toList();
        final var half = (names.size() + 1) / 2;
        return several.isEmpty() || several.size() == names.size()
            ? List.of(names.subList(0, half), names.subList(half, names.size()))
            : List.of(names.stream().filter(name -> !several.contains(name)).toList(), several);
    }

    /** @return whether each cell has several numbers */
    private static boolean isSeveral(final DataColumnSpec column) {
        final var kind = FeatureKind.of(column).orElseThrow();
        return kind == FeatureKind.BITS || kind == FeatureKind.VECTOR || kind == FeatureKind.IMAGE;
    }

    private static List<String> names(final List<FeatureColumn> columns) {
        return columns.stream().map(FeatureColumn::name).collect(Collectors.toCollection(ArrayList::new));
    }
}

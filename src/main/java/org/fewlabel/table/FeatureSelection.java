package org.fewlabel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.fewlabel.table.LeftOut.Reason;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/**
 * The columns that a column filter selects from a table. This is KNIME's selection, except for columns that the filter
 * includes without naming them: of these the setting takes only those that it would have taken when the node was
 * created. Ignored, absent and unreadable columns are noted for the user.
 */
final class FeatureSelection {

    private final DataTableSpec spec;

    private final String label;

    private final String title;

    private final FilterContent content;

    private final List<DataColumnSpec> choices;

    private final List<String> chosen = new ArrayList<>();

    private final Report notes = new Report();

    private FeatureSelection(final DataTableSpec spec, final ColumnFilter filter, final String label,
        final String title) {
        this.spec = spec;
        this.label = label;
        this.title = title;
        content = FilterContent.of(filter);
        choices = Features.choices(spec, label);
    }

    /**
     * @param label the label column, never a feature; {@code null} if there is none
     * @param title of the setting
     * @param whyNot why an unnamed column is not taken; empty if it is taken
     * @return the columns, possibly none
     * @throws InvalidSettingsException if the pattern of the filter cannot be read, or a column chosen by hand is of a
     *             type that cannot be read
     */
    static FeatureChoice of(final DataTableSpec spec, final ColumnFilter filter, final String label, final String title,
        final Function<DataColumnSpec, Optional<Reason>> whyNot) throws InvalidSettingsException {
        final var selection = new FeatureSelection(spec, filter, label, title);
        selection.chosen.addAll(filter(filter, selection.choices, title));
        selection.noteGone();
        if (selection.content.isOpen()) {
            selection.checkUnnamed(whyNot);
        }
        final var columns = selection.chosen.stream()
            .map(name -> new FeatureColumn(name, FeatureKind.of(spec.getColumnSpec(name)).orElseThrow())).toList();
        return new FeatureChoice(columns, selection.content.isOpen() ? Set.of() : Set.copyOf(selection.chosen),
            selection.notes);
    }

    /**
     * @return the names of the columns that a filter selects
     * @throws InvalidSettingsException if its pattern cannot be read
     */
    static List<String> filter(final ColumnFilter filter, final List<DataColumnSpec> choices, final String title)
        throws InvalidSettingsException {
        try {
            return List.of(filter.filter(choices));
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException("\"" + title + "\" cannot be read: " + e.getMessage()
                + ". Correct the pattern, or choose the columns by name.", e);
        }
    }

    /** Notes selected columns that no longer exist. */
    private void noteGone() throws InvalidSettingsException {
        final var absent = new ArrayList<String>();
        for (final var name : content.manual() ? content.selected() : Set.<String>of()) {
            final var column = spec.getColumnSpec(name);
            if (name.equals(label) || ColumnNames.isReserved(name)) {
                continue; // selected earlier, reserved now: ignored in any case
            }
            if (column == null) {
                absent.add(name);
            } else if (!content.isOpen() && FeatureKind.of(column).isEmpty()) {
                throw new InvalidSettingsException("The feature column \"" + name + "\" is of type "
                    + TypeName.of(column.getType()) + ", which cannot be read as a feature. Deselect it under \""
                    + title + "\", or convert it to numbers or strings.");
            }
        }
        if (!absent.isEmpty()) {
            notes.warn("The table no longer has " + Text.quoted(absent) + ", chosen under \"" + title + "\".");
        }
    }

    private void checkUnnamed(final Function<DataColumnSpec, Optional<Reason>> whyNot) {
        final var leftOut = new LeftOut();
        for (final var column : choices) {
            if (!content.knows(column.getName())) {
                whyNot.apply(column).ifPresent(reason -> {
                    chosen.remove(column.getName());
                    leftOut.add(reason, column.getName(), "");
                });
            }
        }
        for (final var column : spec) {
            final var name = column.getName();
            if (FeatureKind.of(column).isEmpty() && !name.equals(label) && !ColumnNames.isReserved(name)
                && !content.deselected().contains(name)
                && (content.selected().contains(name) || whyNot.apply(column).isEmpty())) {
                leftOut.add(content.selected().contains(name) ? Reason.CHANGED_TYPE : Reason.TYPE, name,
                    TypeName.of(column.getType()));
            }
        }
        notes.add(leftOut.report());
    }
}

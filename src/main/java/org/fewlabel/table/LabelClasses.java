package org.fewlabel.table;

import java.util.List;

import org.knime.core.data.DataColumnSpec;

/**
 * The classes of a label column, and which of them are known before its cells are read: those in its domain. Columns
 * per class exist for these only, since a table has the columns that were announced before execution. An incomplete
 * domain is rare, but KNIME does not prevent nodes from creating one.
 *
 * @param all the classes, those in the domain first
 * @param listed the number of classes in the domain; all if it lists none
 */
public record LabelClasses(List<String> all, int listed) {

    /** @return classes that are all known before the cells are read */
    public static LabelClasses announced(final List<String> classes) {
        return new LabelClasses(classes, classes.size());
    }

    /** @param found the classes, those in the domain first */
    public static LabelClasses of(final DataColumnSpec label, final List<String> found) {
        return new LabelClasses(found, LabelColumn.classes(label).map(List::size).orElse(found.size()));
    }

    /** @return the classes that may have their own columns */
    List<String> withColumns() {
        return all.subList(0, listed);
    }

    /** @return notes for the user on classes without their own columns */
    public Report notes(final String label) {
        final var lacking = all.subList(listed, all.size());
        return lacking.isEmpty() ? new Report()
            : new Report().warn("The domain of the column \"" + label + "\" does not contain " + Text.quoted(lacking)
                + ", so there is no probability column for " + (lacking.size() == 1 ? "it" : "them")
                + ". Put the node \"Domain Calculator\" before this one.");
    }
}

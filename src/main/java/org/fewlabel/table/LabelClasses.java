package org.fewlabel.table;

import java.util.List;

import org.knime.core.data.DataColumnSpec;

/**
 * The classes of a label column, and which of them are known before its cells are looked at: those that its domain
 * lists. Columns of single classes are made for these alone, for a table has the columns that were announced before
 * there were rows. A domain that lacks classes is rare, but KNIME does not keep nodes from making one.
 *
 * @param all the classes, those first that the domain lists
 * @param listed how many the domain lists; all if it says nothing
 */
public record LabelClasses(List<String> all, int listed) {

    /** @return classes of which each is known before the cells are looked at */
    public static LabelClasses announced(final List<String> classes) {
        return new LabelClasses(classes, classes.size());
    }

    /** @param found the classes, those first that the domain lists */
    public static LabelClasses of(final DataColumnSpec label, final List<String> found) {
        return new LabelClasses(found, LabelColumn.classes(label).map(List::size).orElse(found.size()));
    }

    /** @return the classes that may have columns of their own */
    List<String> withColumns() {
        return all.subList(0, listed);
    }

    /** @return what the user should know about classes without columns of their own */
    public Report notes(final String label) {
        final var lacking = all.subList(listed, all.size());
        return lacking.isEmpty() ? new Report()
            : new Report().warn("The domain of the column \"" + label + "\" does not contain " + Text.quoted(lacking)
                + ", so there is no probability column for " + (lacking.size() == 1 ? "it" : "them")
                + ". Put the node \"Domain Calculator\" before this one.");
    }
}

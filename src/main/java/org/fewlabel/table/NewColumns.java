package org.fewlabel.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.util.UniqueNameGenerator;

/**
 * The columns of a new table. Some have fixed names; others are named after data of the user's table, such as its
 * classes, which may be anything: this is the only place that makes valid KNIME names of them.
 * <p>
 * KNIME trims names, replaces a blank name by a different one each time, and rejects duplicates. So names are compared
 * as KNIME will store them, and a blank one always gets the same name. A fixed name is never changed by the data;
 * readers of such a table use positions or these names.
 */
final class NewColumns {

    /** The name of a column whose name from the data is blank. */
    static final String BLANK = "(empty)";

    private final List<Wish> wishes = new ArrayList<>();

    private record Wish(String name, DataType type, boolean fixed) {
    }

    /** Adds a column with a fixed name. */
    NewColumns fixed(final String name, final DataType type) {
        wishes.add(new Wish(name, type, true));
        return this;
    }

    /** Adds a column named after the data, as similar to the text as possible. */
    NewColumns fromData(final String text, final DataType type) {
        wishes.add(new Wish(isBlank(text) ? BLANK : text, type, false));
        return this;
    }

    /** @return the columns, in the order in which they were added. @param table the name of the table */
    DataTableSpec spec(final String table) {
        final var used = new HashSet<String>();
        wishes.stream().filter(Wish::fixed).map(Wish::name).forEach(used::add);
        final var granted = new String[wishes.size()];
        for (var i = 0; i < granted.length; i++) {
            final var name = wishes.get(i).name().trim();
            granted[i] = wishes.get(i).fixed() || used.add(name) ? name : null;
        }
        // the others last, so that valid names are kept, even those that look numbered
        final var names = new UniqueNameGenerator(used);
        final var columns = new DataColumnSpec[granted.length];
        for (var i = 0; i < granted.length; i++) {
            final var wish = wishes.get(i);
            final var name = granted[i] == null ? names.newName(wish.name()) : granted[i];
            columns[i] = new DataColumnSpecCreator(name, wish.type()).createSpec();
        }
        return new DataTableSpec(table, columns);
    }

    /** Whitespace that KNIME trims, and invisible characters. */
    private static boolean isBlank(final String text) {
        return text.codePoints().allMatch(c -> c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)
            || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}

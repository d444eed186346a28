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
 * The columns of a new table. Some have names of our choice; others are named after what stands in the user's table,
 * such as its classes, and that may be anything: this is the one place that makes names of it which KNIME takes.
 * <p>
 * KNIME cuts blanks around a name, replaces a blank name by another one each time, and refuses a name that comes
 * twice. So names are compared as KNIME will have them, and a blank one gets the same name always. A name of our
 * choice is never changed by the data; whoever reads such a table goes by positions, or by these names.
 */
final class NewColumns {

    /** What a column is called whose name from the data has nothing to see in it. */
    static final String BLANK = "(empty)";

    private final List<Wish> wishes = new ArrayList<>();

    private record Wish(String name, DataType type, boolean fixed) {
    }

    /** Adds a column that always has this name. */
    NewColumns fixed(final String name, final DataType type) {
        wishes.add(new Wish(name, type, true));
        return this;
    }

    /** Adds a column named after the data, as like the text as possible. */
    NewColumns fromData(final String text, final DataType type) {
        wishes.add(new Wish(isBlank(text) ? BLANK : text, type, false));
        return this;
    }

    /** @return the columns, in the order in which they were added. @param table the name of the table */
    DataTableSpec spec(final String table) {
        final var taken = new HashSet<String>();
        wishes.stream().filter(Wish::fixed).map(Wish::name).forEach(taken::add);
        final var granted = new String[wishes.size()];
        for (var i = 0; i < granted.length; i++) {
            final var name = wishes.get(i).name().trim();
            granted[i] = wishes.get(i).fixed() || taken.add(name) ? name : null;
        }
        // the others only now, so that whose name can stay keeps it, also if it looks as if it had got a number
        final var names = new UniqueNameGenerator(taken);
        final var columns = new DataColumnSpec[granted.length];
        for (var i = 0; i < granted.length; i++) {
            final var wish = wishes.get(i);
            final var name = granted[i] == null ? names.newName(wish.name()) : granted[i];
            columns[i] = new DataColumnSpecCreator(name, wish.type()).createSpec();
        }
        return new DataTableSpec(table, columns);
    }

    /** What KNIME cuts, and all that is not seen on the screen. */
    private static boolean isBlank(final String text) {
        return text.codePoints().allMatch(c -> c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)
            || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}

package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.fewlabel.headless.slice.store.RearrangePlan;
import org.fewlabel.headless.slice.store.RearrangePlan.Source;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** A plan for a new table from an old one: which columns stay, which come new, in which order. */
public class ColumnRearranger {

    static {
        RearrangePlan.register(rearranger -> new RearrangePlan(rearranger.original, rearranger.columns));
    }

    private final DataTableSpec original;

    private final List<Source> columns = new ArrayList<>();

    /** @param original the columns of the old table; the plan starts with all of them */
    public ColumnRearranger(final DataTableSpec original) {
        this.original = Objects.requireNonNull(original, "table spec");
        for (var i = 0; i < original.getNumColumns(); i++) {
            columns.add(new Source(original.getColumnSpec(i), null, i));
        }
    }

    /**
     * @param colName a name
     * @return the position of this column in the plan, -1 if there is none
     */
    public final int indexOf(final String colName) {
        Objects.requireNonNull(colName, "column name");
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).spec().getName().equals(colName)) {
                return i;
            }
        }
        return -1;
    }

    private int find(final String colName) {
        final var index = indexOf(colName);
        if (index < 0) {
            throw new IllegalArgumentException("There is no column \"" + colName + "\" to rearrange.");
        }
        return index;
    }

    private int[] find(final String... colNames) {
        final var indices = Arrays.stream(colNames).mapToInt(this::find).toArray();
        if (Arrays.stream(indices).distinct().count() != indices.length) {
            throw new IllegalArgumentException("A column is named twice: " + Arrays.toString(colNames));
        }
        return indices;
    }

    private Set<Integer> valid(final int... indices) {
        final var set = new HashSet<Integer>();
        for (final var index : indices) {
            if (!set.add(Objects.checkIndex(index, columns.size()))) {
                throw new IndexOutOfBoundsException("A column is named twice: " + Arrays.toString(indices));
            }
        }
        return set;
    }

    private void keep(final Set<Integer> kept) {
        for (var i = columns.size() - 1; i >= 0; i--) {
            if (!kept.contains(i)) {
                columns.remove(i);
            }
        }
    }

    /**
     * @param colNames the columns to keep, in the order that they have
     * @throws IllegalArgumentException if there is no such column or one is named twice
     */
    public final void keepOnly(final String... colNames) {
        keep(valid(find(colNames)));
    }

    /**
     * @param colIndices the columns to remove
     * @throws IndexOutOfBoundsException if there is no such column or one is named twice
     */
    public final void remove(final int... colIndices) {
        final var kept = new HashSet<Integer>();
        for (var i = 0; i < columns.size(); i++) {
            kept.add(i);
        }
        kept.removeAll(valid(colIndices));
        keep(kept);
    }

    /**
     * @param colNames the columns to remove
     * @throws IllegalArgumentException if there is no such column or one is named twice
     */
    public final void remove(final String... colNames) {
        remove(find(colNames));
    }

    /**
     * @param position where the first new column goes
     * @param fac makes the new columns
     */
    public final void insertAt(final int position, final CellFactory fac) {
        final var specs = fac.getColumnSpecs();
        for (var i = 0; i < specs.length; i++) {
            columns.add(position + i, new Source(specs[i], fac, i));
        }
    }

    /** @param fac makes new columns that come last */
    public final void append(final CellFactory fac) {
        insertAt(columns.size(), fac);
    }

    /**
     * @param fac makes new columns
     * @param colIndex the columns in whose places they come
     * @throws IndexOutOfBoundsException if there is no such column, or their numbers differ
     */
    public final void replace(final CellFactory fac, final int... colIndex) {
        final var specs = fac.getColumnSpecs();
        if (specs.length != colIndex.length) {
            throw new IndexOutOfBoundsException(
                specs.length + " new columns cannot come in the place of " + colIndex.length + ".");
        }
        for (var i = 0; i < specs.length; i++) {
            columns.set(colIndex[i], new Source(specs[i], fac, i));
        }
    }

    /**
     * @return the columns of the new table; domains of new columns are those that their factory gives
     * @throws IllegalArgumentException if two columns have the same name
     */
    public final DataTableSpec createSpec() {
        return new DataTableSpec(columns.stream().map(Source::spec).toArray(DataColumnSpec[]::new));
    }
}

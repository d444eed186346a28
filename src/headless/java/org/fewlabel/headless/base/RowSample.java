package org.fewlabel.headless.base;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;

/**
 * Draws rows of a table. Draws at random follow the steps of KNIME's own, so that the same seed gives the same rows.
 */
final class RowSample {

    private RowSample() {
    }

    /** @return the first {@code count} of {@code size} rows */
    static BitSet first(final int size, final int count) {
        final var rows = new BitSet(size);
        rows.set(0, Math.min(size, count));
        return rows;
    }

    /** @return {@code count} of {@code size} rows, drawn at random: the first of a shuffle from the end */
    static BitSet random(final int size, final int count, final Random random) {
        if (size <= count) {
            return first(size, size);
        }
        final var order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i >= 0; i--) {
            final var other = random.nextInt(i + 1);
            final var row = order[other];
            order[other] = order[i];
            order[i] = row;
        }
        final var rows = new BitSet(size);
        for (int i = 0; i < count; i++) {
            rows.set(order[i]);
        }
        return rows;
    }

    /** @return about {@code count} of {@code size} rows at even distances, with the first and the last */
    static BitSet linear(final int size, final int count) {
        final var rows = new BitSet(size);
        final var step = (double)count / size;
        long left = count;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += step;
            // one is reserved for the last row
            if (i == 0 || i == size - 1 || left != 1 && (long)(sum - step) < (long)sum) {
                rows.set(i);
                left--;
            }
        }
        return rows;
    }

    /** @return {@code count} rows drawn at random, so that the shares of the values of a column are kept */
    static BitSet stratified(final BufferedDataTable table, final int column, final int count, final Random random) {
        final var groups = new LinkedHashMap<DataCell, List<Integer>>();
        int size = 0;
        for (final var row : table) {
            groups.computeIfAbsent(row.getCell(column), value -> new ArrayList<>()).add(size++);
        }
        return size <= count ? first(size, size) : stratified(groups.values(), count, size, random);
    }

    private static BitSet stratified(final Collection<List<Integer>> groups, final int count, final int size,
        final Random random) {
        final var rows = new BitSet(size);
        int drawn = 0;
        for (final var group : groups) {
            final var share = Math.round(group.size() * (count / (double)size));
            Collections.shuffle(group, random);
            for (long i = 0; i < share && drawn < count; i++) {
                rows.set(group.remove(group.size() - 1));
                drawn++;
            }
        }
        // the remainder of rounding is distributed among the groups
        while (drawn < count) {
            for (final var group : groups) {
                if (drawn < count && !group.isEmpty()) {
                    rows.set(group.remove(group.size() - 1));
                    drawn++;
                }
            }
        }
        return rows;
    }
}

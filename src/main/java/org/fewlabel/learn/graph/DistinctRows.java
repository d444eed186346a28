package org.fewlabel.learn.graph;

import java.util.Arrays;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;

/**
 * Rows without duplicates. Otherwise a row with more duplicates than neighbors would be connected to its copies only
 * and be cut off from all others.
 *
 * @param rows the rows, each once, in the order of their first appearance
 * @param of per original row the index of its distinct row
 */
record DistinctRows(DenseRows rows, int[] of) {

    private static final int BLOCK = 4096;

    static DistinctRows of(final DenseRows all, final Workers workers, final Progress progress) {
        final var n = all.rows();
        final var hashes = new int[n];
        workers.run(n, BLOCK, (from, to) -> {
            for (var i = from; i < to; i++) {
                hashes[i] = hash(all, i);
            }
        }, progress, null);
        final var of = new int[n];
        final var first = new int[n];
        // a distinct row + 1, or 0
        final var table = new int[Integer.highestOneBit(Math.max(1, Math.min(n, 1 << 28))) << 2];
        var count = 0;
        for (var i = 0; i < n; i++) {
            if (i % BLOCK == 0) {
                progress.checkCanceled();
            }
            var at = hashes[i] & table.length - 1;
            while (table[at] > 0
                && (hashes[first[table[at] - 1]] != hashes[i] || !same(all, first[table[at] - 1], i))) {
                at = at + 1 & table.length - 1;
            }
            if (table[at] == 0) {
                first[count++] = i;
                table[at] = count;
            }
            of[i] = table[at] - 1;
        }
        return new DistinctRows(count == n ? all : all.select(Arrays.copyOf(first, count)), of);
    }

    /** Hashes a row; the bits are mixed, since the table uses the lower ones only. */
    private static int hash(final DenseRows rows, final int row) {
        var hash = 1;
        for (var i = row * rows.columns(); i < (row + 1) * rows.columns(); i++) {
            hash = 31 * hash + Float.floatToIntBits(rows.values()[i]);
        }
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    private static boolean same(final DenseRows rows, final int a, final int b) {
        final var columns = rows.columns();
        return Arrays.equals(rows.values(), a * columns, (a + 1) * columns, rows.values(), b * columns,
            (b + 1) * columns);
    }
}

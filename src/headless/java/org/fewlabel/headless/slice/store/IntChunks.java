package org.fewlabel.headless.slice.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing sequence of 32-bit numbers without large copies. */
final class IntChunks {

    /** Chunks of at most 128 KiB: the collector gives larger arrays whole regions of their own and wastes the rest. */
    private static final int BITS = 14;

    private static final int CHUNK = 1 << BITS;

    private final List<int[]> chunks = new ArrayList<>();

    private int[] last = new int[0];

    private int used;

    void add(final int value) {
        if (used == last.length) {
            grow();
        }
        last[used++] = value;
    }

    private void grow() {
        if (used == CHUNK || used == 0) {
            last = new int[chunks.isEmpty() ? 16 : CHUNK];
            chunks.add(last);
            used = 0;
        } else {
            last = Arrays.copyOf(last, Math.min(CHUNK, 2 * used));
            chunks.set(chunks.size() - 1, last);
        }
    }

    void trim() {
        if (used < last.length) {
            last = Arrays.copyOf(last, used);
            chunks.set(chunks.size() - 1, last);
        }
    }

    int get(final long index) {
        return chunks.get((int)(index >>> BITS))[(int)(index & CHUNK - 1)];
    }

    /** @return the number of elements, which may exceed the size of an array */
    long size() {
        return chunks.isEmpty() ? 0 : ((long)chunks.size() - 1 << BITS) + used;
    }
}

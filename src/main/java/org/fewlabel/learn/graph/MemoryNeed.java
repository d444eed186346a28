package org.fewlabel.learn.graph;

import org.fewlabel.device.Memory;

/**
 * How much memory a graph and its solution take at their peak, the encoded rows included. It grows with
 * {@code rows * neighbors}, never with the square of the rows.
 *
 * @param rows the number of rows
 * @param columns the number of their dimensions
 * @param neighbors with how many rows a row is joined
 * @param classes the number of classes
 */
public record MemoryNeed(int rows, int columns, int neighbors, int classes) {

    /** The most that blocks of queries and what they meet take on all threads, and the native library itself. */
    private static final long MOST_FIXED = 64L << 20;

    /** What they take if there are only few rows. */
    private static final long FIXED_PER_ROW = 8192;

    /**
     * Per row: what finds equal rows, where the edges of a node begin, its part and its groups, its place in the order.
     */
    private static final long PER_ROW = 160;

    /**
     * Per row and dimension: itself, drawn to length 1 or in the order of the loops, for the products, and distinct.
     */
    private static final long PER_VALUE = 16;

    /** Per row and neighbor: both directions of an edge while they are put in order, and those found. */
    private static final long PER_NEIGHBOR = 56;

    /** Per row and class: the vectors of the solver, and the results made of them. */
    private static final long PER_CLASS = 100;

    /** Per row, while neighbors are sought and neither edges nor classes are there yet: the candidates. */
    private static final long PER_SEARCH = 200;

    private static final long PER_CANDIDATE = 8;

    private static final long FEWEST_CANDIDATES = 64;

    /** @return in bytes; the most that a {@code long} can say if it is more */
    public long bytes() {
        final var sought = PER_SEARCH + PER_CANDIDATE * Math.max(FEWEST_CANDIDATES, 6L * neighbors);
        final var spread = PER_NEIGHBOR * neighbors + PER_CLASS * classes;
        final var perRow = PER_ROW + PER_VALUE * columns + Math.max(sought, spread);
        final var fixed = Math.min(MOST_FIXED, FIXED_PER_ROW * rows);
        return fixed + (double)rows * perRow < Long.MAX_VALUE ? fixed + rows * perRow : Long.MAX_VALUE;
    }

    /**
     * @param free the memory that can still be used, in bytes
     * @throws MemoryException if that is too little
     */
    public void checkFits(final long free) {
        if (bytes() > free) {
            throw new MemoryException("A graph of " + rows + " rows with " + columns + " dimensions, " + neighbors
                + " neighbors and " + classes + " classes needs about " + Memory.text(bytes()) + " of memory, and "
                + Memory.text(Math.max(0, free))
                + " are free. Use fewer rows, columns or neighbors, or give KNIME more "
                + "memory with -Xmx in knime.ini.");
        }
    }

    /** @throws MemoryException if less is free now */
    public void checkFits() {
        checkFits(Memory.free(bytes()));
    }
}

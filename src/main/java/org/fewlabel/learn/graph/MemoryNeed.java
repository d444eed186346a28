package org.fewlabel.learn.graph;

import org.fewlabel.device.Memory;

/**
 * An estimate of the peak memory of a graph and its solution, including the encoded rows. It grows with
 * {@code rows * neighbors}, never with the square of the rows.
 *
 * @param rows the number of rows
 * @param columns the number of dimensions
 * @param neighbors the number of neighbors per row
 * @param classes the number of classes
 */
public record MemoryNeed(int rows, int columns, int neighbors, int classes) {

    /** The maximum of the query blocks and panels of all threads and of the native library. */
    private static final long MAX_FIXED = 64L << 20;

    /** The same per row if there are only few rows. */
    private static final long FIXED_PER_ROW = 8192;

    /**
     * Per row: the hash table of equal rows, the start of a node's edges, its component, its groups and its position in
     * the order.
     */
    private static final long PER_ROW = 160;

    /**
     * Per row and dimension: the value itself, scaled to length 1 or reordered for the loops, in the panels, and in the
     * distinct rows.
     */
    private static final long PER_VALUE = 16;

    /** Per row and neighbor: both directions of an edge while they are sorted, and the neighbors found. */
    private static final long PER_NEIGHBOR = 56;

    /** Per row and class: the vectors of the solver and the results. */
    private static final long PER_CLASS = 100;

    /** Per row during the neighbor search, before edges and classes exist: the candidates. */
    private static final long PER_SEARCH = 200;

    private static final long PER_CANDIDATE = 8;

    private static final long MIN_CANDIDATES = 64;

    /** @return the memory in bytes; the largest {@code long} if it is more */
    public long bytes() {
        final var search = PER_SEARCH + PER_CANDIDATE * Math.max(MIN_CANDIDATES, 6L * neighbors);
        final var spread = PER_NEIGHBOR * neighbors + PER_CLASS * classes;
        final var perRow = PER_ROW + PER_VALUE * columns + Math.max(search, spread);
        final var fixed = Math.min(MAX_FIXED, FIXED_PER_ROW * rows);
        return fixed + (double)rows * perRow < Long.MAX_VALUE ? fixed + rows * perRow : Long.MAX_VALUE;
    }

    /**
     * @param free the available memory in bytes
     * @throws MemoryException if this is too little
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

    /** @throws MemoryException if less is available now */
    public void checkFits() {
        checkFits(Memory.free(bytes()));
    }
}

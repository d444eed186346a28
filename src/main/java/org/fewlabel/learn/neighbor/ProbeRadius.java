package org.fewlabel.learn.neighbor;

import java.util.Arrays;

/**
 * The rule which cells (IVF lists) a query probes: those whose centers are not much further from it than the nearest
 * center.
 *
 * @param relative whether the limit is multiplied with the squared distance to the nearest center or added to it
 * @param limit at least 1 if relative, otherwise at least 0
 */
record ProbeRadius(boolean relative, double limit) {

    /** Probes all cells. */
    static final ProbeRadius ALL = new ProbeRadius(false, Double.POSITIVE_INFINITY);

    /**
     * @param squared the squared distance to the center of a cell
     * @param least that to the nearest center
     */
    boolean includes(final double squared, final double least) {
        return squared <= (relative ? limit * least : limit + least);
    }

    /**
     * @param cells of the rows
     * @param toCenters query by query, {@code queries * cells}: the squared distances of some queries to all centers
     * @param neighborCells per query the cells of its true neighbors
     * @param recall the share of the true neighbors that is to be found
     * @return a radius with that recall, of the two kinds the one that compares fewer rows
     */
    static ProbeRadius of(final KMeansCells cells, final double[] toCenters, final int[][] neighborCells,
        final double recall) {
        final var added = tuned(cells, toCenters, neighborCells, recall, false);
        final var factor = tuned(cells, toCenters, neighborCells, recall, true);
        return compared(cells, toCenters, factor) < compared(cells, toCenters, added) ? factor : added;
    }

    private static ProbeRadius tuned(final KMeansCells cells, final double[] toCenters, final int[][] neighborCells,
        final double recall,
        final boolean relative) {
        final var needed = new double[Arrays.stream(neighborCells).mapToInt(h -> h.length).sum()];
        var count = 0;
        for (var q = 0; q < neighborCells.length; q++) {
            final var least = least(toCenters, q, cells.count());
            for (final var cell : neighborCells[q]) {
                final var squared = toCenters[q * cells.count() + cell];
                needed[count++] = !relative ? squared - least : squared > least ? squared / least : 1;
            }
        }
        Arrays.sort(needed);
        return new ProbeRadius(relative,
            count == 0 ? Double.POSITIVE_INFINITY : needed[(int)Math.min(count - 1, Math.ceil(recall * count))]);
    }

    /** Counts the rows that all queries together are compared with. */
    private static double compared(final KMeansCells cells, final double[] toCenters, final ProbeRadius radius) {
        var compared = 0.0;
        for (var q = 0; q < toCenters.length / cells.count(); q++) {
            final var least = least(toCenters, q, cells.count());
            for (var c = 0; c < cells.count(); c++) {
                compared += radius.includes(toCenters[q * cells.count() + c], least)
                    ? cells.starts()[c + 1] - cells.starts()[c] : 0;
            }
        }
        return compared;
    }

    private static double least(final double[] toCenters, final int query, final int cells) {
        var least = Double.POSITIVE_INFINITY;
        for (var c = 0; c < cells; c++) {
            least = Math.min(least, toCenters[query * cells + c]);
        }
        return least;
    }
}

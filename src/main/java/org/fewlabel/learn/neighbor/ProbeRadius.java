package org.fewlabel.learn.neighbor;

import java.util.Arrays;

/**
 * Into which cells a row looks for its neighbors: those whose centers are not much further from it than the nearest
 * center.
 *
 * @param relative whether the limit is a factor of the squared distance to the nearest center, or is added to it
 * @param limit at least 1, or at least 0
 */
record ProbeRadius(boolean relative, double limit) {

    /** Into all. */
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
     * @param homes per query the cells of its true neighbors
     * @param share of the neighbors that are to be found
     * @return a reach that finds that share, of the two kinds the one that looks at fewer rows
     */
    static ProbeRadius of(final KMeansCells cells, final double[] toCenters, final int[][] homes, final double share) {
        final var added = found(cells, toCenters, homes, share, false);
        final var factor = found(cells, toCenters, homes, share, true);
        return looked(cells, toCenters, factor) < looked(cells, toCenters, added) ? factor : added;
    }

    private static ProbeRadius found(final KMeansCells cells, final double[] toCenters, final int[][] homes,
        final double share,
        final boolean relative) {
        final var needed = new double[Arrays.stream(homes).mapToInt(h -> h.length).sum()];
        var count = 0;
        for (var q = 0; q < homes.length; q++) {
            final var least = least(toCenters, q, cells.count());
            for (final var cell : homes[q]) {
                final var squared = toCenters[q * cells.count() + cell];
                needed[count++] = !relative ? squared - least : squared > least ? squared / least : 1;
            }
        }
        Arrays.sort(needed);
        return new ProbeRadius(relative,
            count == 0 ? Double.POSITIVE_INFINITY : needed[(int)Math.min(count - 1, Math.ceil(share * count))]);
    }

    /** How many rows all queries look at together. */
    private static double looked(final KMeansCells cells, final double[] toCenters, final ProbeRadius reach) {
        var looked = 0.0;
        for (var q = 0; q < toCenters.length / cells.count(); q++) {
            final var least = least(toCenters, q, cells.count());
            for (var c = 0; c < cells.count(); c++) {
                looked += reach.includes(toCenters[q * cells.count() + c], least)
                    ? cells.starts()[c + 1] - cells.starts()[c] : 0;
            }
        }
        return looked;
    }

    private static double least(final double[] toCenters, final int query, final int cells) {
        var least = Double.POSITIVE_INFINITY;
        for (var c = 0; c < cells; c++) {
            least = Math.min(least, toCenters[query * cells + c]);
        }
        return least;
    }
}

package org.fewlabel.learn.neighbor;

import java.util.Arrays;

/**
 * Into which cells a row looks for its neighbours: those whose centres are not much further from it than the nearest
 * centre.
 *
 * @param relative whether the limit is a factor of the squared distance to the nearest centre, or is added to it
 * @param limit at least 1, or at least 0
 */
record ProbeRadius(boolean relative, double limit) {

    /** Into all. */
    static final ProbeRadius ALL = new ProbeRadius(false, Double.POSITIVE_INFINITY);

    /**
     * @param squared the squared distance to the centre of a cell
     * @param least that to the nearest centre
     */
    boolean includes(final double squared, final double least) {
        return squared <= (relative ? limit * least : limit + least);
    }

    /**
     * @param cells of the rows
     * @param toCentres query by query, {@code queries * cells}: the squared distances of some queries to all centres
     * @param homes per query the cells of its true neighbours
     * @param share of the neighbours that are to be found
     * @return a reach that finds that share, of the two kinds the one that looks at fewer rows
     */
    static ProbeRadius of(final KMeansCells cells, final double[] toCentres, final int[][] homes, final double share) {
        final var added = found(cells, toCentres, homes, share, false);
        final var factor = found(cells, toCentres, homes, share, true);
        return looked(cells, toCentres, factor) < looked(cells, toCentres, added) ? factor : added;
    }

    private static ProbeRadius found(final KMeansCells cells, final double[] toCentres, final int[][] homes, final double share,
        final boolean relative) {
        final var needed = new double[Arrays.stream(homes).mapToInt(h -> h.length).sum()];
        var count = 0;
        for (var q = 0; q < homes.length; q++) {
            final var least = least(toCentres, q, cells.count());
            for (final var cell : homes[q]) {
                final var squared = toCentres[q * cells.count() + cell];
                needed[count++] = !relative ? squared - least : squared > least ? squared / least : 1;
            }
        }
        Arrays.sort(needed);
        return new ProbeRadius(relative,
            count == 0 ? Double.POSITIVE_INFINITY : needed[(int)Math.min(count - 1, Math.ceil(share * count))]);
    }

    /** How many rows all queries look at together. */
    private static double looked(final KMeansCells cells, final double[] toCentres, final ProbeRadius reach) {
        var looked = 0.0;
        for (var q = 0; q < toCentres.length / cells.count(); q++) {
            final var least = least(toCentres, q, cells.count());
            for (var c = 0; c < cells.count(); c++) {
                looked += reach.includes(toCentres[q * cells.count() + c], least)
                    ? cells.starts()[c + 1] - cells.starts()[c] : 0;
            }
        }
        return looked;
    }

    private static double least(final double[] toCentres, final int query, final int cells) {
        var least = Double.POSITIVE_INFINITY;
        for (var c = 0; c < cells; c++) {
            least = Math.min(least, toCentres[query * cells + c]);
        }
        return least;
    }
}

package org.fewlabel.learn.data;

import java.util.List;

/**
 * Measures of the similarity of two rows. The squared distance of a graph is Euclidean, or 2 - 2 s with a similarity s
 * between 0 and 1 (for cosine from -1), which is the squared Euclidean distance of rows of length 1 with the inner
 * product s. A cell that is missing in one of two rows is ignored in both: no row is dropped and no value is imputed.
 */
public enum Similarity {

    /**
     * The Euclidean distance of standardized columns. Where a cell is missing, the contribution of its column is
     * estimated from the other columns.
     */
    EUCLIDEAN,

    /**
     * The cosine of the angle between two unscaled rows: for counts, shares and embeddings, where the direction is
     * informative and the length is not. A row of zeros has no direction and no neighbors.
     */
    COSINE,

    /**
     * The share of the bits set in at least one of two fingerprints that is set in both (Rogers and Tanimoto 1960;
     * Jaccard 1901). Fingerprints without a common bit are never neighbors.
     */
    TANIMOTO,

    /**
     * For mixed tables (Gower, A general coefficient of similarity and some of its properties, 1971): the mean over the
     * columns that both rows have of the similarity there: for numbers by the difference relative to the range of the
     * column, for categories by equality. A fingerprint is one column, by the number of differing bits relative to the
     * average number for fingerprints without a common bit. A vector is one column too, by the mean over its dimensions
     * of the differences relative to their ranges.
     */
    GOWER;

    /**
     * Selects the similarity by the types of columns: Tanimoto if all are fingerprints, Gower for fingerprints and
     * other columns, cosine if all are texts, and otherwise, also for vectors, the Euclidean distance with categories
     * as one dimension each.
     *
     * @param columns at least one
     * @return the similarity for rows of these columns
     */
    public static Similarity automatic(final List<Column> columns) {
        final var fingerprints = columns.stream().filter(BitColumn.class::isInstance).count();
        if (fingerprints == 0) {
            return !columns.isEmpty() && columns.stream().allMatch(TextColumn.class::isInstance) ? COSINE : EUCLIDEAN;
        }
        return fingerprints == columns.size() ? TANIMOTO : GOWER;
    }
}

package org.fewlabel.learn.data;

import java.util.List;

/**
 * How alike two rows are. The squared distance of a graph is Euclidean, or made of a similarity s between 0 and 1 (for
 * cosine from -1): 2 - 2 s, which is what the squared Euclidean distance is of rows whose products are s. A cell that
 * is missing in one of two rows counts in neither: no row is dropped and no value made up.
 */
public enum Similarity {

    /**
     * Straight-line distance of standardized columns. Where a cell is missing, the part of its column is estimated
     * from the other columns.
     */
    EUCLIDEAN,

    /**
     * The cosine of the angle between two rows, as they are: for counts, shares and embeddings, where the direction
     * tells and the length does not. A row of zeros has no direction and is near to none.
     */
    COSINE,

    /**
     * Of all bits that are set in one of two fingerprints, the share that is set in both (Rogers and Tanimoto 1960;
     * Jaccard 1901). Fingerprints without a common bit are never neighbors.
     */
    TANIMOTO,

    /**
     * For mixed tables (Gower, A general coefficient of similarity and some of its properties, 1971): the mean over
     * the columns that both rows have of how alike they are there. Numbers by their difference in relation to the
     * range of the column, categories by being the same. A fingerprint counts as one column, by the number of bits in
     * which the two differ in relation to the number in which two that share none do on average. So does a vector, by
     * the mean over its dimensions of their differences in relation to their ranges.
     */
    GOWER;

    /**
     * What suits the kinds of columns: fingerprints alone are compared by Tanimoto's similarity, fingerprints beside
     * other columns by Gower's, texts alone by the cosine, and anything else, vectors too, by the Euclidean distance,
     * categories as one dimension each.
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

package org.fewlabel.learn.text;

/**
 * TF-IDF weights as scikit-learn computes them with {@code sublinear_tf}: a term that occurs n times in a text has the
 * weight {@code (1 + log n) · (1 + log((1 + rows) / (1 + rows with the term)))}, and each row is scaled to Euclidean
 * norm 1. A negative count n has the weight of |n|, with the sign of n. The array is not copied and must not be changed
 * afterwards.
 *
 * @param idf the inverse document frequency of each term, the second factor
 */
public record TermWeights(float[] idf) {

    /** @param counts of the terms in all rows, labeled or not */
    public static TermWeights of(final SparseRows counts) {
        final var rows = counts.counts();
        final var idf = new float[rows.length];
        for (var t = 0; t < idf.length; t++) {
            idf[t] = (float)(1 + Math.log((1.0 + counts.rows()) / (1.0 + rows[t])));
        }
        return new TermWeights(idf);
    }

    /**
     * @param counts of the same terms
     * @return their TF-IDF weights; a row without a term stays empty
     */
    public SparseRows apply(final SparseRows counts) {
        final var weighted = new float[counts.count()];
        for (var row = 0; row < counts.rows(); row++) {
            var square = 0.0;
            for (var i = counts.offsets()[row]; i < counts.offsets()[row + 1]; i++) {
                final var count = counts.values()[i];
                weighted[i] = Math.copySign((float)((1 + Math.log(Math.abs(count))) * idf[counts.indices()[i]]),
                    count);
                square += (double)weighted[i] * weighted[i];
            }
            for (var i = counts.offsets()[row]; i < counts.offsets()[row + 1]; i++) {
                weighted[i] /= (float)Math.sqrt(square);
            }
        }
        return new SparseRows(counts.rows(), counts.columns(), counts.offsets(), counts.indices(), weighted);
    }
}

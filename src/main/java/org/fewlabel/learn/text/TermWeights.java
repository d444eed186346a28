package org.fewlabel.learn.text;

/**
 * How much each term tells: TF-IDF as scikit-learn computes it with {@code sublinear_tf}. A term that a text has n
 * times counts {@code (1 + log n) · (1 + log((1 + rows) / (1 + rows with the term)))}, and each row is brought to the
 * length 1. Of a negative n that is of its size, with its sign. The array is not copied and must not be changed
 * afterwards.
 *
 * @param inverse per term the second factor
 */
public record TermWeights(float[] inverse) {

    /** @param counts of the terms in all rows, labeled or not */
    public static TermWeights of(final SparseRows counts) {
        final var rows = counts.counts();
        final var inverse = new float[rows.length];
        for (var t = 0; t < inverse.length; t++) {
            inverse[t] = (float)(1 + Math.log((1.0 + counts.rows()) / (1.0 + rows[t])));
        }
        return new TermWeights(inverse);
    }

    /**
     * @param counts of the same terms
     * @return their weights; a row without a term stays without
     */
    public SparseRows apply(final SparseRows counts) {
        final var weighted = new float[counts.count()];
        for (var row = 0; row < counts.rows(); row++) {
            var square = 0.0;
            for (var i = counts.offsets()[row]; i < counts.offsets()[row + 1]; i++) {
                final var count = counts.values()[i];
                weighted[i] = Math.copySign((float)((1 + Math.log(Math.abs(count))) * inverse[counts.places()[i]]),
                    count);
                square += (double)weighted[i] * weighted[i];
            }
            for (var i = counts.offsets()[row]; i < counts.offsets()[row + 1]; i++) {
                weighted[i] /= (float)Math.sqrt(square);
            }
        }
        return new SparseRows(counts.rows(), counts.columns(), counts.offsets(), counts.places(), weighted);
    }
}

package org.fewlabel.learn.features;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.data.State;

/**
 * The encoding of a vector column: one dimension for each dimension of the vectors that varies.
 * <p>
 * For Euclidean distances all are divided by one pooled standard deviation, so that those with more variance keep their
 * weight: each contributes 2 to the squared distance of two rows on average over the dimensions, like a number column
 * of its own. For cosine the numbers are unscaled apart from a common divisor, and constant ones are included, for they
 * belong to the direction. For Gower's similarity each is scaled to its range, and all together have the weight of one
 * column.
 */
record VectorEncoder(String name, VectorScale scale) implements ColumnEncoder {

    static final String KIND = "vector";

    /**
     * @param largest the largest absolute value in all columns that are compared
     * @return {@code null} if no dimension varies
     * @throws IllegalArgumentException if the similarity is Tanimoto's, which is for bits
     */
    static VectorEncoder fit(final String name, final VectorMoments moments, final Similarity similarity,
        final double largest) {
        if (moments.varying().length == 0) {
            return null;
        }
        return new VectorEncoder(name, switch (similarity) {
            case EUCLIDEAN -> VectorScale.pooled(moments, EncoderFit.FAR);
            case COSINE -> VectorScale.divided(moments, largest, EncoderFit.FAR);
            case GOWER -> VectorScale.ranges(moments);
            case TANIMOTO -> throw EncoderFit.notBits(name);
        });
    }

    @Override
    public int dimensions() {
        return scale.dimensions().length;
    }

    @Override
    public void encode(final Column column, final float[] target, final int width, final int first,
        final Progress progress) {
        scale.encode(scale.check(name, column), Float.NaN, target, width, first, progress);
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("name", name).put("scale", scale.state());
    }

    static VectorEncoder restore(final State state) {
        final var encoder = new VectorEncoder(state.text("name"), VectorScale.restore(state.state("scale")));
        if (encoder.dimensions() == 0) {
            throw new UserMessageException(
                "The stored model is damaged: \"" + encoder.name + "\" has no dimension.");
        }
        return encoder;
    }
}

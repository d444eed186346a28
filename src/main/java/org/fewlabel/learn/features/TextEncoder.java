package org.fewlabel.learn.features;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.text.SparseRows;

/**
 * The encoding of a text column: its vectors ({@code TextVectors}), scaled like any vector column, except that for the
 * Euclidean distance a text has the weight of {@value #WEIGHT} columns, whatever the length of its vector.
 *
 * @param texts encodes texts as vectors
 * @param scale of the vectors
 */
record TextEncoder(String name, TextVectors texts, VectorScale scale) implements ColumnEncoder {

    static final String KIND = "text";

    /** A text is more informative than a number, but less than a hundred measured ones. */
    private static final int WEIGHT = 10;

    /**
     * @param similarity any but Tanimoto's, which is for bits
     * @return {@code null} if all texts are equal
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static TextEncoder fit(final TextColumn column, final Similarity similarity, final Progress progress) {
        final var fitted = TextVectors.fit(column, progress);
        if (fitted == null) {
            return null;
        }
        final var moments = VectorMoments.of(fitted.vectors(), progress);
        // the numbers are at most 1, like those of other columns for similarities without scaling
        final var vectors = VectorEncoder.fit(column.name(), moments, similarity, 1);
        return vectors == null ? null : new TextEncoder(column.name(), fitted.texts(),
            similarity == Similarity.EUCLIDEAN ? weighted(vectors.scale()) : vectors.scale());
    }

    private static VectorScale weighted(final VectorScale scale) {
        final var spreads = scale.spreads().clone();
        for (var d = 0; d < spreads.length; d++) {
            spreads[d] *= Math.max(1, Math.sqrt((double)spreads.length / WEIGHT));
        }
        return new VectorScale(scale.width(), scale.dimensions(), scale.centers(), spreads, scale.low(), scale.high());
    }

    @Override
    public int dimensions() {
        return scale.dimensions().length;
    }

    @Override
    public void encode(final Column column, final float[] target, final int width, final int first,
        final Progress progress) {
        encodeAndCount(column, target, width, first, progress);
    }

    /** As {@link #encode}. @return the word counts of each text */
    SparseRows encodeAndCount(final Column column, final float[] target, final int width, final int first,
        final Progress progress) {
        final var encoded = texts.encode(TextVectors.check(name, column), progress);
        scale.encode(encoded.vectors(), Float.NaN, target, width, first, progress);
        return encoded.words();
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("name", name).put("texts", texts.state()).put("scale", scale.state());
    }

    static TextEncoder restore(final State state) {
        final var encoder = new TextEncoder(state.text("name"), TextVectors.restore(state.state("texts")),
            VectorScale.restore(state.state("scale")));
        if (encoder.dimensions() == 0 || encoder.scale.width() != encoder.texts.directions().count()) {
            throw new UserMessageException(
                "The stored model is damaged: the vectors of \"" + encoder.name + "\" do not fit their scale.");
        }
        return encoder;
    }
}

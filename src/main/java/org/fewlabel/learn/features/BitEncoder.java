package org.fewlabel.learn.features;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.CancelCheck;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.data.State;

/**
 * The encoding of a fingerprint column: one dimension per bit that varies (for Tanimoto and cosine: that is set in some
 * row), {@code scale} if it is set and 0 if not, minus {@code center}.
 *
 * @param bits the indices of those bits, ascending
 * @param scale above 0
 * @param center per dimension
 */
record BitEncoder(String name, int[] bits, double scale, double[] center) implements ColumnEncoder {

    static final String KIND = "bits";

    /**
     * @return {@code null} if there are fewer than two different fingerprints
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static BitEncoder fit(final BitColumn column, final Similarity similarity, final Progress progress) {
        final var counts = new int[column.width()];
        final var cancelCheck = new CancelCheck(progress);
        var known = 0;
        for (var i = 0; i < column.size(); i++) {
            cancelCheck.before(counts.length);
            if (column.bits()[i] != null) {
                known++;
                for (var b = 0; b < counts.length; b++) {
                    counts[b] += column.isSet(i, b) ? 1 : 0;
                }
            }
        }
        final var rows = known;
        // bits set in all rows are used
        final var all = similarity == Similarity.TANIMOTO || similarity == Similarity.COSINE;
        final var bits = IntStream.range(0, counts.length)
            .filter(b -> counts[b] > 0 && (all || counts[b] < rows)).toArray();
        if (Arrays.stream(bits).allMatch(b -> counts[b] == rows)) {
            return null;
        }
        final var shares = Arrays.stream(bits).mapToDouble(b -> (double)counts[b] / rows).toArray();
        return switch (similarity) {
            case TANIMOTO, COSINE -> new BitEncoder(column.name(), bits, 1, new double[bits.length]);
            // two rows without a common bit differ in twice as many bits as a row has
            case GOWER ->
                new BitEncoder(column.name(), bits, 0.5 / Arrays.stream(shares).sum(), new double[bits.length]);
            // like any column, it contributes 2 to the squared distance of two rows on average
            case EUCLIDEAN -> {
                final var scale = 1 / Math.sqrt(Arrays.stream(shares).map(p -> p * (1 - p)).sum());
                yield new BitEncoder(column.name(), bits, scale, Arrays.stream(shares).map(p -> p * scale).toArray());
            }
        };
    }

    @Override
    public int dimensions() {
        return bits.length;
    }

    @Override
    public void encode(final Column column, final float[] target, final int width, final int first,
        final Progress progress) {
        if (!(column instanceof BitColumn fingerprints)) {
            throw new UserMessageException("Column \"" + name + "\" must hold bit vectors.");
        }
        for (var i = 0; i < column.size(); i++) {
            progress.checkCanceled();
            for (var d = 0; d < bits.length; d++) {
                target[i * width + first + d] = fingerprints.bits()[i] == null ? Float.NaN
                    : (float)((fingerprints.isSet(i, bits[d]) ? scale : 0) - center[d]);
            }
        }
    }

    @Override
    public State state() {
        return new State().put("kind", KIND).put("name", name).put("bits", bits).put("scale", scale)
            .put("centre", center);
    }

    static BitEncoder restore(final State state) {
        final var bits = state.integers("bits", -1, 0, Integer.MAX_VALUE - 1);
        return new BitEncoder(state.text("name"), bits, state.number("scale", Double.MIN_VALUE, Double.MAX_VALUE),
            state.numbers("centre", bits.length));
    }
}

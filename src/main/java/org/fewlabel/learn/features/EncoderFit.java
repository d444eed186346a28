package org.fewlabel.learn.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.BitColumn;
import org.fewlabel.learn.data.NominalColumn;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.data.VectorColumn;

/** Fits the encoders of all columns, so that the encoded rows can be compared by one similarity. */
final class EncoderFit {

    /**
     * Numbers outside the observed range are clipped to this many times their spread, so that no distance is infinite.
     */
    static final double FAR = 1e9;

    private EncoderFit() {
    }

    /**
     * @return by name the encoder of each column that varies
     * @throws UserMessageException if the similarity cannot compare a column; the message is for the user
     */
    static Map<String, ColumnEncoder> fit(final Rows rows, final Similarity similarity, final Progress progress) {
        final var encoders = new HashMap<String, ColumnEncoder>();
        final var names = new ArrayList<String>();
        final var numbers = new ArrayList<double[]>();
        final var vectors = new LinkedHashMap<String, VectorMoments>();
        for (final var column : rows.columns()) {
            progress.checkCanceled();
            final ColumnEncoder encoder;
            if (column instanceof NumberColumn number) {
                names.add(number.name());
                numbers.add(Arrays.stream(number.values()).filter(Double::isFinite).sorted().toArray());
                continue;
            } else if (column instanceof BitColumn bits) {
                encoder = BitEncoder.fit(bits, similarity, progress);
            } else if (similarity == Similarity.TANIMOTO) {
                throw notBits(column.name());
            } else if (column instanceof VectorColumn vector) {
                vectors.put(vector.name(), VectorMoments.of(vector, progress));
                continue;
            } else if (column instanceof TextColumn texts) {
                encoder = TextEncoder.fit(texts, similarity, progress);
            } else {
                encoder = NominalEncoder.fit((NominalColumn)column, similarity);
            }
            if (encoder != null) {
                encoders.put(column.name(), encoder);
            }
        }
        final var largest = largest(numbers, vectors.values());
        vectors.forEach((name, moments) -> {
            final var encoder = VectorEncoder.fit(name, moments, similarity, largest);
            if (encoder != null) {
                encoders.put(name, encoder);
            }
        });
        final var scales = scales(names, numbers, similarity, largest, progress);
        for (var i = 0; i < scales.length; i++) {
            if (scales[i] != null) {
                encoders.put(names.get(i), new NumberEncoder(names.get(i), scales[i]));
            }
        }
        return encoders;
    }

    /** The largest absolute value, the common divisor for similarities that use unscaled numbers. */
    private static double largest(final List<double[]> numbers, final Collection<VectorMoments> vectors) {
        return Math.max(
            numbers.stream().filter(sorted -> sorted.length > 0)
                .mapToDouble(sorted -> Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]))).max()
                .orElse(0),
            vectors.stream().mapToDouble(VectorMoments::largest).max().orElse(0));
    }

    static UserMessageException notBits(final String column) {
        return new UserMessageException(
            "The column \"" + column + "\" cannot be compared by Tanimoto's similarity, "
                + "which is for bit vectors and columns of 0 and 1. Leave it out, or choose another similarity.");
    }

    /** @param numbers per column its finite values, ascending */
    private static NumberScale[] scales(final List<String> names, final List<double[]> numbers,
        final Similarity similarity, final double largest, final Progress progress) {
        if (similarity == Similarity.EUCLIDEAN) {
            return NumberScale.fit(numbers, progress);
        }
        final var scales = new NumberScale[numbers.size()];
        for (var c = 0; c < scales.length; c++) {
            progress.checkCanceled();
            final var values = numbers.get(c);
            if (similarity == Similarity.TANIMOTO && !Arrays.stream(values).allMatch(v -> v == 0 || v == 1)) {
                throw notBits(names.get(c));
            }
            if (values.length > 0 && values[0] < values[values.length - 1]) {
                scales[c] = scale(values[0], values[values.length - 1], largest, similarity);
            }
        }
        return scales;
    }

    private static NumberScale scale(final double low, final double high, final double largest,
        final Similarity similarity) {
        return switch (similarity) {
            case COSINE -> new NumberScale(0, largest, -FAR, FAR);
            // the range of numbers of both signs may exceed the maximum of a double; half of it does not
            case GOWER -> Double.isInfinite(high - low) ? new NumberScale(low, Double.MAX_VALUE, 0, 2)
                : new NumberScale(low, high - low, 0, 1);
            default -> new NumberScale(0, 1, 0, 1);
        };
    }
}

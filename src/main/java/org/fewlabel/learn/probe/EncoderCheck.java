package org.fewlabel.learn.probe;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.features.RowEncoder;

/**
 * An evaluation of an embedding compared with the raw columns. Both are scaled like the input of every learner, so that
 * the evaluation is relevant for learners.
 *
 * @param quality of the embedding, with its shape
 * @param rawShape the geometry of the raw columns; {@code null} if there are none
 */
public record EncoderCheck(EncoderQuality quality, EmbeddingShape rawShape) {

    /**
     * @param raw the raw columns, possibly none
     * @param embedding of the same rows, at least one column
     * @param labels of the same rows, at least one labeled
     * @param seed of folds and samples
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static EncoderCheck of(final Rows raw, final Rows embedding, final Labels labels, final long seed,
        final Workers workers, final Progress progress) {
        final var scaled = RowEncoder.fit(embedding, progress).encode(embedding, progress);
        final var shape = EmbeddingShape.of(asTheyAre(embedding, scaled), labels, seed, progress);
        final var rawEncoder = RowEncoder.fit(raw, progress);
        final var rawRows = rawEncoder.columns() == 0 ? null : rawEncoder.encode(raw, progress);
        return new EncoderCheck(EncoderQuality.of(rawRows, scaled, shape, labels, seed, workers, progress),
            rawRows == null ? null : EmbeddingShape.of(rawRows, labels, seed, progress));
    }

    /**
     * Concatenates the unscaled values of vectors and number columns; other columns are only meaningful when scaled.
     */
    private static DenseRows asTheyAre(final Rows rows, final DenseRows scaled) {
        if (!rows.columns().stream().allMatch(c -> c instanceof NumberColumn || c instanceof VectorColumn)) {
            return scaled;
        }
        final var width = rows.columns().stream().mapToInt(EncoderCheck::width).sum();
        final var values = new float[Math.multiplyExact(rows.size(), width)];
        var first = 0;
        for (final var column : rows.columns()) {
            for (var row = 0; row < rows.size(); row++) {
                copy(column, row, values, row * width + first);
            }
            first += width(column);
        }
        return new DenseRows(rows.size(), width, values);
    }

    private static int width(final Column column) {
        return column instanceof VectorColumn vectors ? vectors.width() : 1;
    }

    private static void copy(final Column column, final int row, final float[] values, final int at) {
        if (column instanceof VectorColumn vectors) {
            System.arraycopy(vectors.values(), row * vectors.width(), values, at, vectors.width());
        } else {
            values[at] = (float)((NumberColumn)column).values()[row];
        }
        for (var i = at; i < at + width(column); i++) {
            values[i] = Float.isFinite(values[i]) ? values[i] : Float.NaN;
        }
    }
}

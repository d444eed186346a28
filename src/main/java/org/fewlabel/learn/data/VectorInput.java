package org.fewlabel.learn.data;

import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;

/**
 * A vector column: every dimension that varies, about its mean, which is also what stands for a number that is missing.
 *
 * @param scale of the dimensions that vary
 * @param indicator whether one more number tells that the whole cell is missing
 */
record VectorInput(String name, VectorScale scale, boolean indicator) implements InputPart {

    static final String KIND = "vector";

    /**
     * @return {@code null} if no dimension varies and either all cells are missing or none is
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    static VectorInput fit(final VectorColumn column, final InputEncoder.Scaling scaling, final Progress progress) {
        final var moments = VectorMoments.of(column, progress);
        final var scale = scaling == InputEncoder.Scaling.ROBUST ? VectorScale.pooled(moments, InputEncoder.LIMIT)
            : VectorScale.standard(moments, InputEncoder.LIMIT);
        final var missing = IntStream.range(0, column.size()).filter(column::isMissing).count();
        if (missing == column.size() || scale.dimensions().length == 0 && missing == 0) {
            return null;
        }
        final var known = IntStream.of(moments.known()).asLongStream().sum();
        return new VectorInput(column.name(), scale, known < column.values().length);
    }

    @Override
    public int width() {
        return scale.dimensions().length + (indicator ? 1 : 0);
    }

    @Override
    public List<InputColumn> columns(final int first) {
        return InputPart.places(name, scale.dimensions(), indicator, first);
    }

    @Override
    public void encode(final Column column, final float[] values, final int width, final int first,
        final Progress progress) {
        final var vectors = scale.check(name, column);
        scale.encode(vectors, 0, values, width, first, progress);
        for (var row = 0; indicator && row < vectors.size(); row++) {
            values[row * width + first + scale.dimensions().length] = vectors.isMissing(row) ? 1 : 0;
        }
    }

    @Override
    public int unseenCells(final Column column) {
        return column instanceof VectorColumn vectors && !indicator
            ? (int)IntStream.range(0, vectors.size()).filter(vectors::isMissing).count() : 0;
    }

    @Override
    public State state() {
        return new State().put("name", name).put("kind", KIND).put("indicator", indicator ? 1 : 0)
            .put("scale", scale.state());
    }

    static VectorInput restore(final State state) {
        final var input = new VectorInput(state.text("name"), VectorScale.restore(state.state("scale")),
            state.integer("indicator", 0, 1) == 1);
        if (input.width() == 0) {
            throw new IllegalArgumentException("The stored model is damaged: \"" + input.name + "\" has no dimension.");
        }
        return input;
    }
}

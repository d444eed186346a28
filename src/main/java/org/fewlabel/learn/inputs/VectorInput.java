package org.fewlabel.learn.inputs;

import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.features.VectorMoments;
import org.fewlabel.learn.features.VectorScale;

/**
 * The input of a vector column: every dimension that varies, centered to its mean, which is also the value of missing
 * numbers.
 *
 * @param scale of the dimensions that vary
 * @param frames the number of frames of a vector; 1 if it has none
 * @param indicator whether an additional number indicates that the whole cell is missing
 */
record VectorInput(String name, VectorScale scale, int frames, boolean indicator) implements InputPart {

    static final String KIND = "vector";

    private static final String FRAMES = "frames";

    /**
     * @return {@code null} if no dimension varies and either all cells are missing or none is
     * @throws java.util.concurrent.CancellationException if the user canceled
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
        return new VectorInput(column.name(), scale, column.frames(), known < column.values().length);
    }

    @Override
    public int width() {
        return scale.dimensions().length + (indicator ? 1 : 0);
    }

    @Override
    public List<InputColumn> columns(final int first) {
        return InputPart.dimensionColumns(name, scale.dimensions(), indicator, first,
            dimension -> VectorColumn.bin(name, scale.width(), frames, dimension));
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
        final var state = new State().put("name", name).put("kind", KIND).put("indicator", indicator ? 1 : 0)
            .put("scale", scale.state());
        return frames == 1 ? state : state.put(FRAMES, frames);
    }

    static VectorInput restore(final State state) {
        final var scale = VectorScale.restore(state.state("scale"));
        // models of versions before spectrograms lack the entry
        final var frames = state.entries().containsKey(FRAMES) ? state.integer(FRAMES, 1, scale.width()) : 1;
        final var input = new VectorInput(state.text("name"), scale, frames, state.integer("indicator", 0, 1) == 1);
        if (scale.width() % frames != 0) {
            throw new UserMessageException("The stored model is damaged: \"" + input.name + "\" has " + frames
                + " frames of unequal width.");
        }
        if (input.width() == 0) {
            throw new UserMessageException("The stored model is damaged: \"" + input.name + "\" has no dimension.");
        }
        return input;
    }
}

package org.fewlabel.learn.inputs;

import java.util.List;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Shape;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.VectorColumn;
import org.fewlabel.learn.features.NumberScale;
import org.fewlabel.learn.features.VectorMoments;
import org.fewlabel.learn.features.VectorScale;

/**
 * The input of a vector column with a shape: all numbers, including constant ones, for a convolution needs all pixels
 * in their positions. Each channel is standardized by its mean and standard deviation; missing numbers become the mean.
 *
 * @param shape of the image
 * @param missing whether cells were missing when this was fitted
 * @param centers the mean of each channel
 * @param deviations the standard deviation of each channel; above 0
 */
record ShapedInput(String name, Shape shape, boolean missing, double[] centers,
    double[] deviations) implements InputPart {

    static final String KIND = "shaped";

    /**
     * @param column with a shape
     * @return {@code null} if no number varies
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static ShapedInput fit(final VectorColumn column, final Progress progress) {
        final var moments = VectorMoments.of(column, progress);
        if (moments.varying().length == 0) {
            return null;
        }
        final var channels = column.shape().channels();
        final var centers = new double[channels];
        final var deviations = new double[channels];
        for (var c = 0; c < channels; c++) {
            fit(moments, c, channels, centers, deviations);
        }
        return new ShapedInput(column.name(), column.shape(),
            IntStream.range(0, column.size()).anyMatch(column::isMissing), centers, deviations);
    }

    /**
     * Computes mean and standard deviation of all numbers of a channel; the deviation of a constant channel is set to
     * 1.
     */
    private static void fit(final VectorMoments moments, final int channel, final int channels, final double[] centers,
        final double[] deviations) {
        var known = 0.0;
        var sum = 0.0;
        for (var d = channel; d < moments.known().length; d += channels) {
            known += moments.known()[d];
            sum += moments.known()[d] * moments.means()[d];
        }
        final var mean = sum / Math.max(1, known);
        var squares = 0.0;
        for (var d = channel; d < moments.known().length; d += channels) {
            final var difference = moments.means()[d] - mean;
            squares += moments.known()[d]
                * (moments.deviations()[d] * moments.deviations()[d] + difference * difference);
        }
        centers[channel] = mean;
        deviations[channel] = squares > 0 ? Math.sqrt(squares / known) : 1;
    }

    @Override
    public int width() {
        return shape.size();
    }

    @Override
    public List<InputColumn> columns(final int first) {
        return InputPart.dimensionColumns(name, IntStream.range(0, shape.size()).toArray(), false, first,
            dimension -> null);
    }

    @Override
    public void encode(final Column column, final float[] values, final int width, final int first,
        final Progress progress) {
        final var vectors = VectorScale.check(name, column, shape.size());
        for (var row = 0; row < vectors.size() && vectors.width() > 0; row++) {
            progress.checkCanceled();
            for (var d = 0; d < shape.size(); d++) {
                final var value = vectors.values()[row * shape.size() + d];
                final var channel = d % shape.channels();
                values[row * width + first + d] = Float.isFinite(value) ? NumberScale.scaled(value, centers[channel],
                    deviations[channel], -InputEncoder.LIMIT, InputEncoder.LIMIT) : 0;
            }
        }
    }

    @Override
    public int unseenCells(final Column column) {
        return column instanceof VectorColumn vectors && !missing
            ? (int)IntStream.range(0, vectors.size()).filter(vectors::isMissing).count() : 0;
    }

    @Override
    public State state() {
        return new State().put("name", name).put("kind", KIND).put("shape", shape.toString())
            .put("missing", missing ? 1 : 0).put("centres", centers).put("spreads", deviations);
    }

    static ShapedInput restore(final State state) {
        final var text = state.text("shape");
        final Shape shape;
        try {
            shape = Shape.parse(text);
        } catch (final UserMessageException e) {
            throw new UserMessageException("The stored model is damaged: " + e.getMessage(), e);
        }
        final var deviations = state.numbers("spreads", shape.channels());
        for (final var deviation : deviations) {
            if (deviation <= 0) {
                throw new UserMessageException(
                    "The stored model is damaged: a channel has the spread " + deviation + ".");
            }
        }
        return new ShapedInput(state.text("name"), shape, state.integer("missing", 0, 1) == 1,
            state.numbers("centres", shape.channels()), deviations);
    }
}

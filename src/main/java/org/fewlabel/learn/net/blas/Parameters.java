package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

import org.fewlabel.device.Blas;
import org.fewlabel.learn.net.ParameterLayout;

/** The parameters of a run and the gradient of the loss with respect to them, in native memory for SGEMM. */
final class Parameters {

    private final ParameterLayout layout;

    private final Map<String, ParameterLayout.Matrix> matrices = new HashMap<>();

    private final FloatBuffer values;

    private final FloatBuffer gradient;

    private float[] given;

    private float[] statistics;

    /** @param training whether there is a gradient */
    Parameters(final ParameterLayout layout, final boolean training) {
        this.layout = layout;
        layout.parameters().forEach(matrix -> matrices.put(matrix.name(), matrix));
        layout.statistics().forEach(matrix -> matrices.put(matrix.name(), matrix));
        this.values = Blas.floats(layout.size());
        this.gradient = training ? Blas.floats(layout.size()) : null;
    }

    /**
     * Sets the parameters of a run, and its statistics: in evaluation those to be used, in training the array to be
     * filled.
     */
    void set(final float[] newGiven, final float[] newStatistics) {
        given = newGiven;
        statistics = newStatistics;
        values.put(0, newGiven, 0, layout.size());
    }

    ParameterLayout.Matrix matrix(final String name) {
        return matrices.get(name);
    }

    /** @return a view of a matrix */
    FloatBuffer values(final String name) {
        final var matrix = matrices.get(name);
        return values.slice(matrix.offset(), matrix.size());
    }

    /** @return a view of the gradient of a matrix; {@code null} if there is none */
    FloatBuffer gradient(final String name) {
        final var matrix = matrices.get(name);
        return gradient == null ? null : gradient.slice(matrix.offset(), matrix.size());
    }

    /** @return all parameters of this run */
    float[] given() {
        return given;
    }

    /** @return the means and variances of this run */
    float[] statistics() {
        return statistics;
    }

    /** Copies the gradient to an array. */
    void gradient(final float[] into) {
        gradient.get(0, into, 0, layout.size());
    }
}

package org.fewlabel.learn.net.blas;

import java.nio.FloatBuffer;

/** Standardizes columns to mean 0 and variance 1 over some rows, with its backward pass. */
final class Standardization {

    /** Added to variances before the square root. */
    static final double EPSILON = 1e-5;

    private final int rows;

    private final int width;

    private final float[] mean;

    private final float[] variance;

    /** The inverse standard deviation of each column. */
    private final float[] inverse;

    Standardization(final int rows, final int width) {
        this.rows = rows;
        this.width = width;
        this.mean = new float[width];
        this.variance = new float[width];
        this.inverse = new float[width];
    }

    float[] mean() {
        return mean;
    }

    /** @return the biased variance of the last input (divided by the number of rows) */
    float[] variance() {
        return variance;
    }

    /** @param x the input @param z receives it standardized */
    void forward(final FloatBuffer x, final FloatBuffer z, final Scratch scratch) {
        final var piece = Math.min(rows, Scratch.rows(width));
        final var values = scratch.array(0, piece * width);
        final var tiled = scratch.array(1, piece * width);
        final var sums = new double[width];
        each(x, piece, values, (row, length) -> sum(values, length, sums));
        for (var i = 0; i < width; i++) {
            mean[i] = (float)(sums[i] / rows);
        }
        java.util.Arrays.fill(sums, 0);
        Vectors.tile(mean, 0, width, tiled, piece);
        each(x, piece, values, (row, length) -> {
            Vectors.subtract(values, tiled, length);
            z.put(row * width, values, 0, length);
            Vectors.multiply(values, values, length);
            sum(values, length, sums);
        });
        for (var i = 0; i < width; i++) {
            variance[i] = (float)(sums[i] / rows);
            inverse[i] = (float)(1 / Math.sqrt(variance[i] + EPSILON));
        }
        Vectors.tile(inverse, 0, width, tiled, piece);
        each(z, piece, values, (row, length) -> {
            Vectors.multiply(values, tiled, length);
            z.put(row * width, values, 0, length);
        });
    }

    /**
     * @param z the output of the forward pass
     * @param zGradient the gradient with respect to it
     * @param xGradient receives the gradient with respect to the input
     */
    void backward(final FloatBuffer z, final FloatBuffer zGradient, final FloatBuffer xGradient,
        final Scratch scratch) {
        final var piece = Math.min(rows, Scratch.rows(width));
        final var gradient = scratch.array(0, piece * width);
        final var other = scratch.array(1, piece * width);
        final var sums = new double[width];
        final var products = new double[width];
        each(zGradient, piece, gradient, (row, length) -> {
            sum(gradient, length, sums);
            z.get(row * width, other, 0, length);
            Vectors.multiply(gradient, other, length);
            sum(gradient, length, products);
        });
        final var means = tile(sums, piece, scratch.array(2, piece * width));
        final var slopes = tile(products, piece, scratch.array(3, piece * width));
        final var scales = Vectors.tile(inverse, 0, width, scratch.array(4, piece * width), piece);
        each(zGradient, piece, gradient, (row, length) -> {
            z.get(row * width, other, 0, length);
            Vectors.addProduct(gradient, other, slopes, length);
            Vectors.add(gradient, means, length);
            Vectors.multiply(gradient, scales, length);
            xGradient.put(row * width, gradient, 0, length);
        });
    }

    private float[] tile(final double[] sums, final int piece, final float[] tiled) {
        final var row = new float[width];
        for (var i = 0; i < width; i++) {
            row[i] = (float)(-sums[i] / rows);
        }
        return Vectors.tile(row, 0, width, tiled, piece);
    }

    /** Sums in floats over so few rows that no digit of the mean is lost. */
    private void sum(final float[] values, final int length, final double[] sums) {
        if (length <= width) {
            Vectors.addTo(sums, values, width);
            return;
        }
        for (var at = 0; at < length; at += width) {
            for (var i = 0; i < width; i++) {
                sums[i] += values[at + i];
            }
        }
    }

    private interface Piece {
        void run(int row, int length);
    }

    private void each(final FloatBuffer from, final int piece, final float[] values, final Piece work) {
        for (var row = 0; row < rows; row += piece) {
            final var length = Math.min(piece, rows - row) * width;
            from.get(row * width, values, 0, length);
            work.run(row, length);
        }
    }
}

package org.fewlabel.learn.encode;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;

/**
 * A linear classification layer on embeddings: multinomial logistic regression with an L2 penalty, on dimensions that
 * are centered and divided by one pooled standard deviation, the same scaling that classifiers use for vector columns.
 * The penalty is half the sum of squares plus the sum of the rows' cross-entropies (C = 1), and a hundredth of that on
 * the biases, so that classes without a label stay finite. The scaling is folded into the layer.
 *
 * @param weights dimensions by classes, row-major
 * @param bias one number per class
 */
record LinearLayer(float[] weights, float[] bias) {

    private static final double BIAS_PENALTY = 0.01;

    /**
     * @param embedding of all rows
     * @param masses the weight of each row for each class, {@code rows * classes}; some weight is above 0
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static LinearLayer fit(final DenseRows embedding, final double[] masses, final int classes,
        final Progress progress) {
        final var width = embedding.columns();
        final var center = center(embedding, progress);
        final var deviation = deviation(embedding, center, progress);
        final var rows = IntStream.range(0, embedding.rows())
            .filter(row -> Arrays.stream(masses, row * classes, (row + 1) * classes).sum() > 0).toArray();
        final var labeledMasses = new double[rows.length * classes];
        final var scaled = new double[rows.length * width];
        for (var i = 0; i < rows.length; i++) {
            progress.checkCanceled();
            System.arraycopy(masses, rows[i] * classes, labeledMasses, i * classes, classes);
            for (var d = 0; d < width; d++) {
                scaled[i * width + d] = (embedding.values()[rows[i] * width + d] - center[d]) / deviation;
            }
        }
        final var loss = new Loss(scaled, width, classes, labeledMasses);
        final var solution = Lbfgs.minimum(loss, (width + 1) * classes, progress);
        final var weights = new float[width * classes];
        final var bias = new double[classes];
        System.arraycopy(solution, width * classes, bias, 0, classes);
        for (var i = 0; i < weights.length; i++) {
            weights[i] = (float)(solution[i] / deviation);
            bias[i % classes] -= solution[i] * center[i / classes] / deviation;
        }
        final var rounded = new float[classes];
        for (var c = 0; c < classes; c++) {
            rounded[c] = (float)bias[c];
        }
        return new LinearLayer(weights, rounded);
    }

    private static double[] center(final DenseRows rows, final Progress progress) {
        final var center = new double[rows.columns()];
        for (var row = 0; row < rows.rows(); row++) {
            progress.checkCanceled();
            for (var d = 0; d < center.length; d++) {
                center[d] += rows.values()[row * center.length + d];
            }
        }
        for (var d = 0; d < center.length; d++) {
            center[d] /= rows.rows();
        }
        return center;
    }

    /** The pooled standard deviation of all dimensions that vary; 1 if none does. */
    private static double deviation(final DenseRows rows, final double[] center, final Progress progress) {
        final var squares = new double[center.length];
        for (var row = 0; row < rows.rows(); row++) {
            progress.checkCanceled();
            for (var d = 0; d < center.length; d++) {
                final var difference = rows.values()[row * center.length + d] - center[d];
                squares[d] += difference * difference;
            }
        }
        final var pooled = Arrays.stream(squares).filter(square -> square > 0).average().orElse(0) / rows.rows();
        return pooled > 0 ? Math.sqrt(pooled) : 1;
    }

    /** The penalized cross-entropy and its gradient. */
    private record Loss(double[] rows, int width, int classes, double[] masses)
        implements
            Lbfgs.Function {

        @Override
        public double at(final double[] x, final double[] gradient, final Progress progress) {
            var value = 0.0;
            for (var i = 0; i < x.length; i++) {
                final var penalty = i < width * classes ? 1 : BIAS_PENALTY;
                value += penalty * x[i] * x[i] / 2;
                gradient[i] = penalty * x[i];
            }
            final var scores = new double[classes];
            for (var row = 0; row < masses.length / classes; row++) {
                progress.checkCanceled();
                System.arraycopy(x, width * classes, scores, 0, classes);
                for (var d = 0; d < width; d++) {
                    for (var c = 0; c < classes; c++) {
                        scores[c] += rows[row * width + d] * x[d * classes + c];
                    }
                }
                value += softmax(scores, row * classes);
                final var weight = weight(row * classes);
                for (var c = 0; c < classes; c++) {
                    scores[c] = weight * scores[c] - masses[row * classes + c];
                    gradient[width * classes + c] += scores[c];
                }
                for (var d = 0; d < width; d++) {
                    for (var c = 0; c < classes; c++) {
                        gradient[d * classes + c] += rows[row * width + d] * scores[c];
                    }
                }
            }
            return value;
        }

        private double weight(final int from) {
            var weight = 0.0;
            for (var c = 0; c < classes; c++) {
                weight += masses[from + c];
            }
            return weight;
        }

        /** Replaces scores by their softmax. @return its cross-entropy with the row's masses */
        private double softmax(final double[] scores, final int from) {
            final var max = Arrays.stream(scores).max().orElse(0);
            var weightedScore = 0.0;
            var sum = 0.0;
            for (var c = 0; c < scores.length; c++) {
                weightedScore += masses[from + c] * scores[c];
                scores[c] = Math.exp(scores[c] - max);
                sum += scores[c];
            }
            for (var c = 0; c < scores.length; c++) {
                scores[c] /= sum;
            }
            return weight(from) * (max + Math.log(sum)) - weightedScore;
        }
    }
}

package org.fewlabel.learn.judge;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;

/**
 * A score of a prediction, of the baseline on the same rows, and their difference.
 *
 * @param measure the score
 * @param prediction the score of the prediction
 * @param baseline the score of the baseline; all NaN if there is none
 * @param difference prediction minus baseline with a paired bootstrap interval; all NaN if there is no baseline
 */
public record Evaluation(Measure measure, Estimate prediction, Estimate baseline, Estimate difference) {

    /**
     * A value with its interval.
     *
     * @param value the value, NaN if unknown
     * @param interval its confidence interval
     */
    public record Estimate(double value, Interval interval) {
    }

    /**
     * @param prediction to evaluate
     * @param baseline for the same rows; {@code null} if there is none
     * @param bootstrap for the intervals
     * @return one evaluation per measure, in their order
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static Evaluation[] of(final Predictions prediction, final Predictions baseline, final Bootstrap bootstrap,
        final Workers workers, final Progress progress) {
        final var measures = Measure.values();
        final var values = figures(prediction, baseline);
        final var intervals = bootstrap.intervals(prediction.rows(), values.length,
            rows -> figures(prediction.select(rows), baseline == null ? null : baseline.select(rows)), workers,
            progress);
        final var evaluations = new Evaluation[measures.length];
        for (var m = 0; m < measures.length; m++) {
            final var estimates = new Estimate[3];
            for (var e = 0; e < 3; e++) {
                estimates[e] = new Estimate(values[3 * m + e], intervals[3 * m + e]);
            }
            evaluations[m] = new Evaluation(measures[m], estimates[0], estimates[1], estimates[2]);
        }
        return evaluations;
    }

    /** Computes for each measure the score of the prediction, of the baseline, and their difference. */
    private static double[] figures(final Predictions prediction, final Predictions baseline) {
        final var measures = Measure.values();
        final var scores = ClassificationScores.of(prediction, ClassificationScores.DEFAULT_BINS);
        final var baselineScores = baseline == null ? null
            : ClassificationScores.of(baseline, ClassificationScores.DEFAULT_BINS);
        final var figures = new double[3 * measures.length];
        for (var m = 0; m < measures.length; m++) {
            figures[3 * m] = measures[m].of(scores);
            figures[3 * m + 1] = baselineScores == null ? Double.NaN : measures[m].of(baselineScores);
            figures[3 * m + 2] = figures[3 * m] - figures[3 * m + 1];
        }
        return figures;
    }
}

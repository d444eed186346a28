package org.fewlabel.learn.judge;

import java.util.function.ToDoubleFunction;

/** The figures of {@link ClassificationScores}, one by one. */
public enum Measure {

    /** The share of rows predicted right. */
    ACCURACY("Accuracy", ClassificationScores::accuracy),

    /** The mean of that share over the classes. */
    BALANCED_ACCURACY("Balanced accuracy", ClassificationScores::balancedAccuracy),

    /** The mean over the classes of the harmonic mean of precision and recall. */
    MACRO_F1("Macro F1", ClassificationScores::macroF1),

    /** Matthews correlation. */
    MATTHEWS("Matthews correlation", ClassificationScores::matthews),

    /** The mean negative logarithm of the probability of the true class; lower is better. */
    LOG_LOSS("Log loss", ClassificationScores::logLoss),

    /** How far confidences are from the share predicted right; lower is better. */
    CALIBRATION_ERROR("Expected calibration error", ClassificationScores::calibrationError);

    private final String text;

    private final ToDoubleFunction<ClassificationScores> figure;

    Measure(final String text, final ToDoubleFunction<ClassificationScores> figure) {
        this.text = text;
        this.figure = figure;
    }

    /** @return what the user calls it */
    public String text() {
        return text;
    }

    /** @return the figure among the scores */
    public double of(final ClassificationScores scores) {
        return figure.applyAsDouble(scores);
    }
}

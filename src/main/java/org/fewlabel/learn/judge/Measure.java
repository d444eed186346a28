package org.fewlabel.learn.judge;

import java.util.function.ToDoubleFunction;

/** The scores of {@link ClassificationScores} as an enumeration. */
public enum Measure {

    /** The share of rows predicted correctly. */
    ACCURACY("Accuracy", ClassificationScores::accuracy),

    /** The mean recall of the classes. */
    BALANCED_ACCURACY("Balanced accuracy", ClassificationScores::balancedAccuracy),

    /** The mean over the classes of the harmonic mean of precision and recall. */
    MACRO_F1("Macro F1", ClassificationScores::macroF1),

    /** Matthews correlation. */
    MATTHEWS("Matthews correlation", ClassificationScores::matthews),

    /** The mean negative log-likelihood of the true class; lower is better. */
    LOG_LOSS("Log loss", ClassificationScores::logLoss),

    /** The expected difference of confidence and accuracy; lower is better. */
    CALIBRATION_ERROR("Expected calibration error", ClassificationScores::calibrationError);

    private final String text;

    private final ToDoubleFunction<ClassificationScores> figure;

    Measure(final String text, final ToDoubleFunction<ClassificationScores> figure) {
        this.text = text;
        this.figure = figure;
    }

    /** @return the name for the user */
    public String text() {
        return text;
    }

    /** @return the score */
    public double of(final ClassificationScores scores) {
        return figure.applyAsDouble(scores);
    }
}

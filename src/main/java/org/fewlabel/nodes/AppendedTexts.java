package org.fewlabel.nodes;

/** The words of the settings that many dialogs end with, the same in all of them. */
public final class AppendedTexts {

    /** The title of the setting for the columns of probabilities. */
    public static final String PROBABILITIES = "Append class probabilities";

    /** What that setting does. */
    public static final String PROBABILITIES_HELP = "Appends a column <i>P (label=class)</i> for every class.";

    /** The title of the setting for the columns of the baseline. */
    public static final String BASELINE = "Append baseline (labeled rows only)";

    /** What that setting does. */
    public static final String BASELINE_HELP = """
        Appends the predictions of a classifier that is trained on the labeled rows only. Few-Label Scorer compares both
        predictions, which shows whether the unlabeled rows helped.
        """;

    /** The title of the setting for the seed. */
    public static final String SEED = "Random seed";

    /** What that setting does. */
    public static final String SEED_HELP = "The same seed gives the same result again.";

    /** The title of the setting for calibration. */
    public static final String CALIBRATE = "Calibrate confidences";

    private AppendedTexts() {
    }
}

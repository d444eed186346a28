package org.fewlabel.learn.choice;

import java.util.Locale;

/**
 * How often a result, and the labelled rows alone, are right about labels that they were not told.
 *
 * @param rows how many labels were judged
 * @param result the share that the result is right about
 * @param logistic the share that logistic regression on the labelled rows alone is right about
 * @param nearest the share that the nearest labelled row is right about
 */
public record Judged(int rows, double result, double logistic, double nearest) {

    static Judged of(final Validation validation, final double[] result) {
        return new Judged(validation.codes().length, validation.accuracy(result),
            validation.accuracy(validation.alone()), validation.accuracy(validation.nearest()));
    }

    /** @return whether the result is right more often than both */
    public boolean better() {
        return result > Math.max(logistic, nearest);
    }

    /**
     * @param name what the user calls the method
     * @return the three figures, and a warning if they do not speak for the result: a sentence or two for the user
     */
    public String text(final String name) {
        final var figures = "Judged by " + rows + " labels that were hidden in turn, " + name + " is right about "
            + percent(result) + ", logistic regression on the labelled rows alone about " + percent(logistic)
            + " and the nearest labelled row about " + percent(nearest) + ".";
        return better() ? figures : "The unlabelled rows do not seem to help: the labelled rows alone may be as good or "
            + "better. " + figures;
    }

    private static String percent(final double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}

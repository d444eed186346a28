package org.fewlabel.learn.rounds.agree;

/**
 * A check whether two views suit co-training, based on the labeled rows: each view must be sufficient to predict the
 * classes, and the views must be independent given the class (Blum and Mitchell 1998, section 2).
 *
 * @param rows the number of labels in the cross-validation; 0 if it is impossible
 * @param first the cross-validated accuracy of the first view; NaN without cross-validation
 * @param second that of the second view
 * @param both that of all dimensions together
 * @param chance the share of the most frequent class among these labels; NaN without any
 * @param dependence the dependence of the views within classes, 0 to 1: the RV coefficient (Robert and Escoufier 1976)
 *            of their class-centered values; NaN if no class has two labels
 * @param expected its expected value for independent views, which is larger for fewer rows
 * @param probability the p-value of that dependence for independent views (a permutation test); NaN if no class has two
 *            labels
 */
public record ViewsReport(int rows, double first, double second, double both, double chance, double dependence,
    double expected, double probability) {

    private static final double SIGNIFICANCE_LEVEL = 0.05;

    /** @return whether the views are significantly dependent within classes */
    public boolean dependent() {
        return probability < SIGNIFICANCE_LEVEL;
    }

    /** @return whether the first view is not clearly better than predicting the most frequent class */
    public boolean firstUseless() {
        return useless(first);
    }

    /** @return whether the second view is not clearly better than predicting the most frequent class */
    public boolean secondUseless() {
        return useless(second);
    }

    /** Requires a lead of one standard error of chance, since noise exceeds chance half of the time. */
    private boolean useless(final double accuracy) {
        return accuracy <= chance + Math.sqrt(chance * (1 - chance) / rows);
    }
}

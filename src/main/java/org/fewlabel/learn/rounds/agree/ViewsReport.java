package org.fewlabel.learn.rounds.agree;

/**
 * Whether two views suit co-training, told by the labeled rows: it needs that each view tells the classes, and that
 * within a class the one says nothing of the other (Blum and Mitchell 1998, section 2).
 *
 * @param rows how many labels were hidden in turn to judge usefulness by; 0 if none could be
 * @param first the share of them that the first view alone tells right; NaN without any
 * @param second the same of the second view
 * @param both the same of all dimensions together
 * @param chance the share of the most frequent class among these labels; NaN without any
 * @param dependence how much alike the views place the labeled rows within their classes, 0 to 1: the RV coefficient
 *            (Robert and Escoufier 1976) of their numbers less the means of the classes; NaN if no class has two labels
 * @param expected what that would be on average if the views were independent; the fewer rows, the more
 * @param probability how probable at least that dependence would be if they were independent (a permutation test); NaN
 *            if no class has two labels
 */
public record ViewsReport(int rows, double first, double second, double both, double chance, double dependence,
    double expected, double probability) {

    private static final double UNLIKELY = 0.05;

    /** @return whether the views depend on each other within classes, beyond what chance explains */
    public boolean dependent() {
        return probability < UNLIKELY;
    }

    /** @return whether the first view alone is not clearly better than always naming the most frequent class */
    public boolean firstUseless() {
        return useless(first);
    }

    /** @return whether the second view alone is not clearly better than always naming the most frequent class */
    public boolean secondUseless() {
        return useless(second);
    }

    /** By one standard error of what chance gives: noise is above chance as often as below. */
    private boolean useless(final double accuracy) {
        return accuracy <= chance + Math.sqrt(chance * (1 - chance) / rows);
    }
}

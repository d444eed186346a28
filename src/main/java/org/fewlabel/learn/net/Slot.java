package org.fewlabel.learn.net;

/** An input array of a batch, besides the dropout masks. All are row-major. */
public enum Slot {

    /** the rows, {@code n * views} of the input's width */
    INPUT,
    /** the numbers to be reconstructed, 0 where a cell is missing */
    NUMBERS,
    /** the weight of each of those numbers, 0 where a cell is missing */
    NUMBER_WEIGHTS,
    /** for each nominal column its categories: its weight at the true one and 0 elsewhere */
    CATEGORIES,
    /** the weight of each nominal column, 0 where a cell is missing */
    CATEGORY_WEIGHTS,
    /** per column (the numbers, then the nominal ones) 1 if it was corrupted, else 0 */
    CORRUPTED,
    /** standard normal noise, one number for each dimension of the latent code */
    NOISE,
    /** the target probability of each class */
    CLASSES,
    /** the weight of each row */
    ROW_WEIGHTS,
    /** the index of each masked position; -1 for unused entries */
    MASKED_POSITIONS,
    /** the code of the original token there */
    MASKED_TOKENS;

    /** @return the numbers per item; 0 if the objective does not use this slot */
    public int width(final Network network, final Objective objective) {
        final Targets targets;
        var detect = false;
        var reconstruct = true;
        if (objective instanceof Objective.Reconstruction reconstruction) {
            targets = reconstruction.targets();
            detect = reconstruction.detect() > 0;
            reconstruct = reconstruction.reconstruct() > 0;
        } else {
            targets = objective instanceof Objective.Variational variational ? variational.targets() : null;
        }
        final var classes = objective instanceof Objective.Classification c ? c.classes() : 0;
        final var rebuilt = targets != null && reconstruct;
        return switch (this) {
            case INPUT -> network.input().width() * objective.views();
            case NUMBERS, NUMBER_WEIGHTS -> rebuilt ? targets.numbers() : 0;
            case CATEGORIES -> rebuilt ? targets.allCategories() : 0;
            case CATEGORY_WEIGHTS -> rebuilt ? targets.categories().length : 0;
            case CORRUPTED -> detect ? targets.columns() : 0;
            case NOISE -> objective instanceof Objective.Variational v ? v.latent() : 0;
            case CLASSES -> classes;
            case ROW_WEIGHTS -> classes > 0 ? 1 : 0;
            case MASKED_POSITIONS, MASKED_TOKENS -> objective instanceof Objective.MaskedTokens m ? m.maxMasked() : 0;
        };
    }
}

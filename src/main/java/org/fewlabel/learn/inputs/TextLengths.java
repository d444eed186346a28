package org.fewlabel.learn.inputs;

/**
 * How much of the texts of a column a network for token sequences uses.
 *
 * @param column the name of the column
 * @param length the maximum number of pieces per text; further ones are truncated
 * @param pieces the number of different pieces in the vocabulary
 * @param longer the number of truncated texts
 * @param texts the number of texts
 */
public record TextLengths(String column, int length, int pieces, int longer, int texts) {

    /** The usual share of truncated texts, which keeps the few longest from slowing down the training. */
    private static final double USUAL = 0.05;

    /** @return whether more texts are truncated than usual */
    public boolean cutsMany() {
        return longer > USUAL * texts;
    }
}

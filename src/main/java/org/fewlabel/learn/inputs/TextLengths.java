package org.fewlabel.learn.inputs;

/**
 * How much of the texts of a column a network reads that takes the pieces of words in their order.
 *
 * @param column the name of the column
 * @param length so many pieces of a text are read, those at its beginning
 * @param pieces how many different pieces there are
 * @param longer how many texts are longer, so that their ends are cut off
 * @param texts how many texts there are
 */
public record TextLengths(String column, int length, int pieces, int longer, int texts) {

    /** So many texts may be cut off as a rule, so that the few longest do not make all of the training slow. */
    private static final double USUAL = 0.05;

    /** @return whether more texts are cut off than as a rule */
    public boolean cutsMany() {
        return longer > USUAL * texts;
    }
}

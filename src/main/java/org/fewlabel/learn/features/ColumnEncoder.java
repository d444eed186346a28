package org.fewlabel.learn.features;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.State;

/** The encoding of one column as one or more dimensions. */
sealed interface ColumnEncoder permits NumberEncoder, NominalEncoder, BitEncoder, VectorEncoder, TextEncoder {

    /** @return the column's name */
    String name();

    /** @return the number of its dimensions */
    int dimensions();

    /**
     * @param column of this encoder's name and kind
     * @param target receives the rows, {@code width} numbers each
     * @param first the index of this column's first dimension in a row
     * @throws IllegalArgumentException if the column is of another kind
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    void encode(Column column, float[] target, int width, int first, Progress progress);

    /** @return the input of {@link #restore} */
    State state();

    static ColumnEncoder restore(final State state) {
        return switch (state.text("kind")) {
            case NumberEncoder.KIND -> NumberEncoder.restore(state);
            case NominalEncoder.KIND -> NominalEncoder.restore(state);
            case BitEncoder.KIND -> BitEncoder.restore(state);
            case VectorEncoder.KIND -> VectorEncoder.restore(state);
            case TextEncoder.KIND -> TextEncoder.restore(state);
            default -> throw new UserMessageException("The stored model is damaged: a column of the kind \""
                + state.text("kind") + "\" is not known.");
        };
    }
}

package org.fewlabel.learn.inputs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.data.TimeFrequencyBin;

/** The encoding of one column of a table in the input of a network. */
sealed interface InputPart
    permits NumberInput, NominalInput, BitInput, VectorInput, ShapedInput, TextInput, TokenInput {

    /** @return the column's name */
    String name();

    /** @return its numbers per row */
    int width();

    /**
     * @param first the index of its first number in a row
     * @return the columns of the network's input: one or more, next to each other
     */
    List<InputColumn> columns(int first);

    /**
     * @param column of this part's name
     * @param values receives the numbers, row by row, {@code width} each; initially 0
     * @param first the index of this part's first number in a row
     * @throws IllegalArgumentException if the column is of another kind
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    void encode(Column column, float[] values, int width, int first, Progress progress);

    /**
     * @param column of this part's name
     * @return the number of cells of a kind that did not occur when this was fitted
     */
    default int unseenCells(final Column column) {
        return 0;
    }

    /** @return which terms are hashed, if it is a text column; empty if none are */
    default Optional<HashedWords> hashed() {
        return Optional.empty();
    }

    /**
     * @param column of this part's name
     * @return how much of its texts is read, if they are read as pieces of words
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    default Optional<TextLengths> lengths(final Column column, final Progress progress) {
        return Optional.empty();
    }

    /** @return the input of {@link #restore} */
    State state();

    /** @throws UserMessageException if the state is damaged */
    static InputPart restore(final State state) {
        return switch (state.text("kind")) {
            case NumberInput.KIND -> NumberInput.restore(state);
            case NominalInput.KIND -> NominalInput.restore(state);
            case BitInput.KIND -> BitInput.restore(state);
            case VectorInput.KIND -> VectorInput.restore(state);
            case ShapedInput.KIND -> ShapedInput.restore(state);
            case TextInput.KIND -> TextInput.restore(state);
            case TokenInput.KIND -> TokenInput.restore(state);
            default -> throw new UserMessageException("The stored model is damaged: a column of the kind \""
                + state.text("kind") + "\" is not known.");
        };
    }

    /**
     * @param name of a column whose cells contain many values each
     * @param dimensions the indices of those that are used
     * @param indicator whether an additional number indicates that the whole cell is missing
     * @param binOf gives the bin of a dimension in a spectrogram; {@code null} if it belongs to none
     * @return a column for each dimension
     */
    static List<InputColumn> dimensionColumns(final String name, final int[] dimensions, final boolean indicator,
        final int first,
        final IntFunction<TimeFrequencyBin> binOf) {
        final var columns = new ArrayList<InputColumn>();
        for (final var dimension : dimensions) {
            columns
                .add(new InputColumn(name + " [" + dimension + "]", InputColumn.Kind.NUMBER, first + columns.size(), 1,
                    0,
                    indicator ? first + dimensions.length : -1, binOf.apply(dimension)));
        }
        if (indicator) {
            columns.add(new InputColumn(name + " (missing)", InputColumn.Kind.NUMBER, first + columns.size(), 1, 0));
        }
        return columns;
    }
}

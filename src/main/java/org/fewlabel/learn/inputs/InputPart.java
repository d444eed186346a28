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

/** What one column of a table becomes in the input of a network. */
sealed interface InputPart
    permits NumberInput, NominalInput, BitInput, VectorInput, ShapedInput, TextInput, TokenInput {

    /** @return the column's name */
    String name();

    /** @return how many numbers of a row it has */
    int width();

    /**
     * @param first which number of a row is its first
     * @return the column as the network sees it: one or more, next to each other
     */
    List<InputColumn> columns(int first);

    /**
     * @param column of this part's name
     * @param values takes the numbers, row by row, {@code width} each; 0 where nothing was written yet
     * @param first which number of a row is this part's first
     * @throws IllegalArgumentException if the column is of another kind
     * @throws java.util.concurrent.CancellationException if the user canceled while it took long
     */
    void encode(Column column, float[] values, int width, int first, Progress progress);

    /**
     * @param column of this part's name
     * @return how many of its cells are of a kind that was not there when this was fitted
     */
    default int unseenCells(final Column column) {
        return 0;
    }

    /** @return which terms are counted by their hash codes, if it is a column of texts; empty if none are */
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

    /** @return what {@link #restore} needs */
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
     * @param name of a column whose cells hold many values each
     * @param places the numbers of those that are used
     * @param indicator whether one more place tells that the whole cell is missing
     * @param placed tells of a number where in a spectrogram it is; {@code null} if in none
     * @return each place as a column of its own
     */
    static List<InputColumn> places(final String name, final int[] places, final boolean indicator, final int first,
        final IntFunction<TimeFrequencyBin> placed) {
        final var columns = new ArrayList<InputColumn>();
        for (final var place : places) {
            columns
                .add(new InputColumn(name + " [" + place + "]", InputColumn.Kind.NUMBER, first + columns.size(), 1, 0,
                    indicator ? first + places.length : -1, placed.apply(place)));
        }
        if (indicator) {
            columns.add(new InputColumn(name + " (missing)", InputColumn.Kind.NUMBER, first + columns.size(), 1, 0));
        }
        return columns;
    }
}

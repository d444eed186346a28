package org.fewlabel.learn.inputs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.features.TextVectors;
import org.fewlabel.learn.text.Subwords;

/**
 * The input of a text column for networks that take sequences: the codes of the word pieces, in their order, truncated
 * to a maximum length.
 *
 * @param pieces the subword vocabulary
 * @param length the maximum number of pieces per text
 */
record TokenInput(String name, Subwords pieces, int length) implements InputPart {

    static final String KIND = "tokens";

    /** More pieces make the network slow, and hardly improve it. */
    private static final int MAX_PIECES = 4000;

    private static final int MIN_LENGTH = 8;

    private static final int MAX_LENGTH = 128;

    /** The share of the texts that are not truncated, unless they are too long. */
    private static final double COMPLETE_SHARE = 0.95;

    /**
     * @throws IllegalArgumentException if no text has a word
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static TokenInput fit(final TextColumn column, final Progress progress) {
        final var pieces = Subwords.learn(column.texts(), MAX_PIECES, progress);
        if (pieces == null) {
            throw new UserMessageException(
                "No text of the column \"" + column.name() + "\" has a word, so there is nothing to learn from.");
        }
        final var lengths = new int[column.size()];
        for (var row = 0; row < lengths.length; row++) {
            progress.checkCanceled();
            lengths[row] = pieces.encode(column.texts()[row]).length;
        }
        Arrays.sort(lengths);
        final var quantile = lengths[(int)(COMPLETE_SHARE * (lengths.length - 1))];
        // a multiple of 8, so that one text more or less hardly ever changes it
        final var length = Math.max(MIN_LENGTH,
            Math.min(MAX_LENGTH, (quantile + MIN_LENGTH - 1) / MIN_LENGTH * MIN_LENGTH));
        return new TokenInput(column.name(), pieces, length);
    }

    @Override
    public int width() {
        return length;
    }

    @Override
    public List<InputColumn> columns(final int first) {
        return List.of(new InputColumn(name, InputColumn.Kind.TOKENS, first, length, pieces.codes()));
    }

    @Override
    public void encode(final Column column, final float[] values, final int width, final int first,
        final Progress progress) {
        final var texts = TextVectors.check(name, column).texts();
        for (var row = 0; row < texts.length; row++) {
            progress.checkCanceled();
            final var codes = pieces.encode(texts[row]);
            for (var i = 0; i < Math.min(length, codes.length); i++) {
                values[row * width + first + i] = codes[i];
            }
        }
    }

    @Override
    public Optional<TextLengths> lengths(final Column column, final Progress progress) {
        final var longer = Arrays.stream(TextVectors.check(name, column).texts()).filter(text -> {
            progress.checkCanceled();
            return pieces.encode(text).length > length;
        }).count();
        return Optional.of(new TextLengths(name, length, pieces.pieces().size(), (int)longer, column.size()));
    }

    @Override
    public State state() {
        return new State().put("name", name).put("kind", KIND).put("pieces", pieces.pieces().toArray(String[]::new))
            .put("length", length);
    }

    static TokenInput restore(final State state) {
        return new TokenInput(state.text("name"), new Subwords(List.of(state.texts("pieces", -1))),
            state.integer("length", 1, MAX_LENGTH));
    }
}

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
 * A column of texts as a network sees it that takes sequences: the codes of the pieces of the words, in their order.
 * What is too long is cut.
 *
 * @param pieces reads texts
 * @param length how many pieces of a text are read
 */
record TokenInput(String name, Subwords pieces, int length) implements InputPart {

    static final String KIND = "tokens";

    /** More pieces make the network slow, and hardly better. */
    private static final int MOST_PIECES = 4000;

    private static final int SHORTEST = 8;

    private static final int LONGEST = 128;

    /** So many of the texts are read to their end, if they are not too long. */
    private static final double WHOLE = 0.95;

    /**
     * @throws IllegalArgumentException if no text has a word
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static TokenInput fit(final TextColumn column, final Progress progress) {
        final var pieces = Subwords.learn(column.texts(), MOST_PIECES, progress);
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
        final var usual = lengths[(int)(WHOLE * (lengths.length - 1))];
        // in steps of 8, so that one text more or less hardly ever matters
        final var length = Math.max(SHORTEST, Math.min(LONGEST, (usual + SHORTEST - 1) / SHORTEST * SHORTEST));
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
            state.integer("length", 1, LONGEST));
    }
}

package org.fewlabel.learn.inputs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.features.HashedWords;
import org.fewlabel.learn.features.TextVectors;

/**
 * The input of a text column: every number of the text's vector ({@code TextVectors}).
 *
 * @param texts encodes texts as vectors
 * @param vectors the input of these vectors
 */
record TextInput(String name, TextVectors texts, VectorInput vectors) implements InputPart {

    static final String KIND = "text";

    /**
     * @return {@code null} if all texts are equal
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    static TextInput fit(final TextColumn column, final Progress progress) {
        final var fitted = TextVectors.fit(column, progress);
        // one pooled deviation: standardizing each dimension would give the noise of the last ones the weight of the
        // first
        final var vectors = fitted == null ? null
            : VectorInput.fit(fitted.vectors(), InputEncoder.Scaling.ROBUST, progress);
        return vectors == null ? null : new TextInput(column.name(), fitted.texts(), vectors);
    }

    @Override
    public int width() {
        return vectors.width();
    }

    @Override
    public List<InputColumn> columns(final int first) {
        return vectors.columns(first);
    }

    @Override
    public void encode(final Column column, final float[] values, final int width, final int first,
        final Progress progress) {
        vectors.encode(texts.encode(TextVectors.check(name, column), progress).vectors(), values, width, first,
            progress);
    }

    @Override
    public int unseenCells(final Column column) {
        return vectors.indicator() || !(column instanceof TextColumn cells) ? 0
            : (int)Stream.of(cells.texts()).filter(Objects::isNull).count();
    }

    @Override
    public Optional<HashedWords> hashed() {
        return texts.hashed(name);
    }

    @Override
    public State state() {
        return new State().put("name", name).put("kind", KIND).put("texts", texts.state()).put("vectors",
            vectors.state());
    }

    static TextInput restore(final State state) {
        final var input = new TextInput(state.text("name"), TextVectors.restore(state.state("texts")),
            VectorInput.restore(state.state("vectors")));
        if (input.vectors.scale().width() != input.texts.directions().count()) {
            throw new UserMessageException(
                "The stored model is damaged: the vectors of \"" + input.name + "\" do not fit their scale.");
        }
        return input;
    }
}

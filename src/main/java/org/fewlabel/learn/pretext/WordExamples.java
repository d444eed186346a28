package org.fewlabel.learn.pretext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.text.Subwords;

/**
 * Examples of {@link PretextTask.Kind#WORDS} on some texts, for the user to see: the word pieces of the network's
 * input.
 */
public final class WordExamples {

    /**
     * One text.
     *
     * @param masked the text with some of its pieces masked or exchanged
     * @param targets the original pieces there, in their order
     * @param first a view for contrastive training
     * @param second another
     */
    public record Example(String masked, String targets, String first, String second) {
    }

    private final WordCorruption corruption;

    private final Subwords pieces;

    private final SplittableRandom random;

    private WordExamples(final PretextTask task, final Subwords pieces, final SplittableRandom random) {
        this.corruption = new WordCorruption(task.strength(), pieces.codes());
        this.pieces = pieces;
        this.random = random;
    }

    /**
     * @param rows all rows, whose only column is a text, from which the vocabulary is learned
     * @param chosen the indices of the rows shown
     * @throws org.fewlabel.device.UserMessageException if there are other columns, or no text has a word; the message
     *             is for the user
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static List<Example> of(final PretextTask task, final Rows rows, final int[] chosen,
        final SplittableRandom random,
        final Progress progress) {
        final var input = InputEncoder.tokens(rows, progress);
        final var texts = input.encode(rows.select(chosen), progress);
        final var examples = new WordExamples(task, input.pieces(), random);
        final var all = new ArrayList<Example>();
        for (var row = 0; row < chosen.length; row++) {
            all.add(
                examples.of(Arrays.copyOfRange(texts.values(), row * texts.columns(), (row + 1) * texts.columns())));
        }
        return all;
    }

    private Example of(final float[] text) {
        final var masked = text.clone();
        final var targets = Arrays.stream(corruption.mask(masked, 0, text.length, random))
            .mapToObj(position -> pieces.piece((int)text[position])).collect(Collectors.joining(", "));
        return new Example(decode(masked), targets, view(text), view(text));
    }

    private String view(final float[] text) {
        final var view = new float[text.length];
        corruption.view(text, 0, text.length, view, 0, random);
        return decode(view);
    }

    private String decode(final float[] codes) {
        final var whole = new int[codes.length];
        for (var i = 0; i < whole.length; i++) {
            whole[i] = (int)codes[i];
        }
        return pieces.decode(whole);
    }
}

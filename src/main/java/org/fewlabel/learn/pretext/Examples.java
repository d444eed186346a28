package org.fewlabel.learn.pretext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.VectorColumn;

/**
 * Raw examples of one view of some rows, for the preview of a pretext task.
 *
 * @param rows the views, in the order of the rows
 * @param answers the correct answer of a puzzle for each row, from 0; -1 if there is none
 * @param of the number of answers of the puzzle; 0 if the task is not a puzzle
 */
public record Examples(Rows rows, List<Integer> answers, int of) {

    /** The answer of a row without one. */
    public static final int NO_ANSWER = -1;

    /**
     * @param rows all rows, raw
     * @param chosen the indices of the rows shown
     * @return the views that an encoder is trained on: two, or one if the other is the row itself
     * @throws org.fewlabel.device.UserMessageException if the task does not suit such rows; the message is for the user
     */
    public static List<Examples> of(final PretextTask task, final Rows rows, final int[] chosen,
        final SplittableRandom random) {
        final var image = image(rows);
        task.checkShape(image.map(VectorColumn::shape));
        final var examples = new ArrayList<Examples>();
        if (task.kind().needsShape()) {
            for (var view = 0; view < (task.kind().changesBoth() ? 2 : 1); view++) {
                examples.add(imageView(task, image.orElseThrow(), chosen, random));
            }
            return examples;
        }
        final var sources = new Corruption(task, rows).draw(chosen, rows.size(), random);
        for (var view = 0; view < (task.kind().changesBoth() ? 2 : 1); view++) {
            examples.add(
                new Examples(Corruption.apply(sources[view], rows), Collections.nCopies(chosen.length, NO_ANSWER), 0));
        }
        return examples;
    }

    /** The only column, if it contains images. */
    private static Optional<VectorColumn> image(final Rows rows) {
        return rows.columns().size() == 1 && rows.columns().get(0) instanceof VectorColumn vectors
            && vectors.image() != null
                ? Optional.of(vectors) : Optional.empty();
    }

    private static Examples imageView(final PretextTask task, final VectorColumn images, final int[] chosen,
        final SplittableRandom random) {
        final var views = new ImageViews(task, images.shape());
        final var width = images.width();
        final var values = new float[chosen.length * width];
        final var answers = new ArrayList<Integer>();
        for (var i = 0; i < chosen.length; i++) {
            if (images.isMissing(chosen[i])) {
                Arrays.fill(values, i * width, (i + 1) * width, Float.NaN);
                answers.add(NO_ANSWER);
            } else {
                answers.add(views.view(images.values(), chosen[i] * width, values, i * width, 1, Float.NaN, random));
            }
        }
        return new Examples(new Rows(chosen.length,
            List.of(new VectorColumn(images.name(), chosen.length, width, values, images.shape()))), answers,
            task.kind().isPuzzle() ? views.answers() : 0);
    }
}

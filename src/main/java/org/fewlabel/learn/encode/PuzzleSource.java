package org.fewlabel.learn.encode;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.pretext.ImageViews;

/** Supplies transformed images with the index of their transformation as class. */
final class PuzzleSource implements BatchSource {

    private final DenseRows rows;

    private final ImageViews views;

    /**
     * @param rows encoded, each one image
     * @param views of a task that is a puzzle
     */
    PuzzleSource(final DenseRows rows, final ImageViews views) {
        this.rows = rows;
        this.views = views;
    }

    @Override
    public int rows() {
        return rows.rows();
    }

    @Override
    public void fill(final int[] selected, final SplittableRandom random, final Batch batch) {
        final var shares = batch.get(Slot.CLASSES);
        Arrays.fill(shares, 0);
        Arrays.fill(batch.get(Slot.ROW_WEIGHTS), 1f / selected.length);
        for (var i = 0; i < selected.length; i++) {
            final var answer = views.view(rows.values(), selected[i] * rows.columns(), batch.get(Slot.INPUT),
                i * rows.columns(), 1, 0, random);
            shares[i * views.answers() + answer] = 1;
        }
    }
}

package org.fewlabel.learn.encode;

import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.pretext.RowViews;

/** Supplies corrupted rows with the original ones as targets. */
final class ReconstructionSource implements BatchSource {

    private final DenseRows rows;

    private final TableInput input;

    /** Null if rows are not corrupted. */
    private final RowViews views;

    /** Whether only changed numbers are to be reconstructed. */
    private final boolean changedOnly;

    /**
     * @param encoder the encoding of the rows
     * @param views corrupts the rows; {@code null} for no corruption
     * @param changedOnly whether only changed numbers are to be reconstructed
     */
    ReconstructionSource(final DenseRows rows, final InputEncoder encoder, final RowViews views,
        final boolean changedOnly) {
        this.rows = rows;
        this.input = new TableInput(encoder);
        this.views = views;
        this.changedOnly = changedOnly;
    }

    @Override
    public int rows() {
        return rows.rows();
    }

    @Override
    public void fill(final int[] selected, final SplittableRandom random, final Batch batch) {
        if (views == null) {
            System.arraycopy(rows.select(selected).values(), 0, batch.get(Slot.INPUT), 0,
                selected.length * rows.columns());
        } else {
            views.corrupted(selected, random, batch.get(Slot.INPUT), 0);
        }
        input.fillTargets(rows, selected, batch);
        if (changedOnly) {
            input.ignoreUnchanged(rows, selected, batch);
        }
        if (batch.get(Slot.CORRUPTED) != null) {
            input.fillCorrupted(rows, selected, batch);
        }
    }
}

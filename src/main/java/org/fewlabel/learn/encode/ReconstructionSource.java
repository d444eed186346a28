package org.fewlabel.learn.encode;

import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.pretext.RowViews;

/** Damaged rows, and what they were. */
final class ReconstructionSource implements BatchSource {

    private final DenseRows rows;

    private final TableInput input;

    /** Null if rows are not damaged. */
    private final RowViews views;

    /** Whether only what was changed is to be reconstructed. */
    private final boolean changedOnly;

    /**
     * @param encoder what encoded the rows
     * @param views how they are damaged; {@code null} if they are not
     * @param changedOnly whether only what was changed is to be reconstructed
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
    public void fill(final int[] wanted, final SplittableRandom random, final Batch batch) {
        if (views == null) {
            System.arraycopy(rows.select(wanted).values(), 0, batch.get(Slot.INPUT), 0, wanted.length * rows.columns());
        } else {
            views.changed(wanted, random, batch.get(Slot.INPUT), 0);
        }
        input.fillTargets(rows, wanted, batch);
        if (changedOnly) {
            input.dropUnchanged(rows, wanted, batch);
        }
        if (batch.get(Slot.CORRUPTED) != null) {
            input.fillDamaged(rows, wanted, batch);
        }
    }
}

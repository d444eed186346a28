package org.fewlabel.learn.encode;

import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.InputColumn;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.pretext.Damage;

/** Damaged rows, and what they were. */
final class ReconstructionSource implements BatchSource {

    private final DenseRows rows;

    private final List<InputColumn> columns;

    private final TableInput input;

    /** Null if rows are not damaged. */
    private final Damage damage;

    ReconstructionSource(final DenseRows rows, final List<InputColumn> columns, final Damage damage) {
        this.rows = rows;
        this.columns = columns;
        this.input = new TableInput(columns);
        this.damage = damage;
    }

    @Override
    public int rows() {
        return rows.rows();
    }

    @Override
    public void fill(final int[] wanted, final SplittableRandom random, final Batch batch) {
        if (damage == null) {
            System.arraycopy(rows.select(wanted).values(), 0, batch.get(Slot.INPUT), 0, wanted.length * rows.columns());
        } else {
            Damage.apply(damage.draw(wanted, rows.rows(), random)[0], rows, columns, batch.get(Slot.INPUT), 0);
        }
        input.fillTargets(rows, wanted, batch);
        if (batch.get(Slot.DAMAGED) != null) {
            input.fillDamaged(rows, wanted, batch);
        }
    }
}

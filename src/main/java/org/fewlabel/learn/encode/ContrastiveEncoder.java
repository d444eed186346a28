package org.fewlabel.learn.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Layer;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.pretext.RowViews;

/**
 * Learns to know a row again from two views of it (SCARF, Bahri et al. 2022; the loss may also be that of Barlow Twins
 * or VICReg). The head is two layers of the embedding's width, between which the latter two have a batch norm.
 */
public final class ContrastiveEncoder {

    /** What stored encoders of this kind are called. */
    public static final String KIND = "contrastive";

    /** The temperature of NT-Xent if nobody says otherwise. */
    public static final double TEMPERATURE = 0.5;

    private final PretextTask task;

    private final Objective.TwoViews loss;

    private final EncoderSettings settings;

    /**
     * @param task how views are made
     * @param loss how they are compared
     * @param settings the network and its training
     */
    public ContrastiveEncoder(final PretextTask task, final Objective.TwoViews loss, final EncoderSettings settings) {
        this.task = task;
        this.loss = loss;
        this.settings = settings;
    }

    /**
     * @param rows to learn from, at least 2
     * @return the encoder
     * @throws IllegalArgumentException if there are too few rows or no column tells anything, or the task was made for
     *             other columns
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public FittedEncoder fit(final Rows rows, final Engine engine, final Progress progress) {
        task.checkColumns(rows);
        if (task.kind() == PretextTask.Kind.WORDS) {
            return EncoderTraining.fitTexts(rows, task, settings, KIND, head(), (length, damage) -> loss, engine,
                progress);
        }
        return EncoderTraining.fit(rows, settings, KIND,
            table -> {
                task.checkShape(table.shape());
                return new EncoderTraining.Setup(table.body(settings.architecture(), false), head(), loss);
            },
            (dense, input) -> new ViewPairs(dense, RowViews.of(task, dense, input)), engine, progress);
    }

    private List<Layer> head() {
        final var width = settings.architecture().dimensions();
        final var layers = new ArrayList<Layer>();
        layers.add(new Layer.Dense(width));
        if (!(loss instanceof Objective.NtXent)) {
            layers.add(new Layer.BatchNorm());
        }
        layers.add(new Layer.Activation(Layer.Function.RELU));
        layers.add(new Layer.Dense(width));
        return layers;
    }

    /** Two views of each row. */
    private static final class ViewPairs implements BatchSource {

        private final DenseRows rows;

        private final RowViews views;

        ViewPairs(final DenseRows rows, final RowViews views) {
            this.rows = rows;
            this.views = views;
        }

        @Override
        public int rows() {
            return rows.rows();
        }

        @Override
        public void fill(final int[] wanted, final SplittableRandom random, final Batch batch) {
            views.both(wanted, random, batch.get(Slot.INPUT), 0, wanted.length * rows.columns());
        }
    }
}

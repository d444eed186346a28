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
 * Trains an encoder by contrastive learning on two views of each row (SCARF, Bahri et al. 2022; the loss may also be
 * that of Barlow Twins or VICReg). The projection head has two layers of the embedding's width, with a batch norm
 * between them for the latter two.
 */
public final class ContrastiveEncoder {

    /** The kind of stored encoders. */
    public static final String KIND = "contrastive";

    /** The default temperature of NT-Xent. */
    public static final double TEMPERATURE = 0.5;

    private final PretextTask task;

    private final Objective.TwoViews loss;

    private final EncoderSettings settings;

    /**
     * @param task creates the views
     * @param loss compares them
     * @param settings the network and its training
     */
    public ContrastiveEncoder(final PretextTask task, final Objective.TwoViews loss, final EncoderSettings settings) {
        this.task = task;
        this.loss = loss;
        this.settings = settings;
    }

    /**
     * @param rows the training rows, at least 2
     * @return the encoder
     * @throws IllegalArgumentException if there are too few rows or no column varies, or the task was made for other
     *         columns
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public FittedEncoder fit(final Rows rows, final Engine engine, final Progress progress) {
        task.checkColumns(rows);
        if (task.kind() == PretextTask.Kind.WORDS) {
            return EncoderTraining.fitTexts(rows, task, settings, KIND, head(), (length, corruption) -> loss, engine,
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

    /** Supplies two views of each row. */
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
        public void fill(final int[] selected, final SplittableRandom random, final Batch batch) {
            views.pairs(selected, random, batch.get(Slot.INPUT), 0, selected.length * rows.columns());
        }
    }
}

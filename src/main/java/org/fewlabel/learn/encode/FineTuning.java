package org.fewlabel.learn.encode;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.InputEncoder;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.net.Training;
import org.fewlabel.learn.net.TrainingSettings;

/**
 * Makes a classifier of an encoder: a linear layer for the classes is solved on its embeddings, and then, gently, all of
 * it is trained (Kumar et al. 2022, section 4: in this order the embedding is not spoiled before the layer makes sense).
 * Few labels are too few to hold any out, so the number of steps is fixed and weights decay.
 *
 * @param steps of the whole network; 0 leaves it at the layer
 * @param learningRate of the layer
 * @param bodyShare what it is multiplied by for the encoder
 * @param weightDecay of the weights
 * @param seed of what is drawn
 */
public record FineTuning(int steps, double learningRate, double bodyShare, double weightDecay, long seed) {

    private static final int MOST_BATCH = 128;

    /** @return what suits most tables */
    public static FineTuning defaults(final long seed) {
        return new FineTuning(300, 3e-3, 0.3, 0.01, seed);
    }

    /**
     * @param encoder to begin with; not changed
     * @param rows with the columns that it reads
     * @param labels of those rows; at least one is labelled, and only labelled rows are learned from
     * @param weights how much each row counts; {@code null} if all alike
     * @return the classifier
     * @throws IllegalArgumentException if no row is labelled, or a column is not there or of another kind
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public NetworkClassifier fit(final TableEncoder encoder, final Rows rows, final Labels labels, final float[] weights,
        final Engine engine, final Progress progress) {
        checkLabelled(labels);
        final var beginning = ClassifierNetwork.of(encoder, labels.classes().size(), seed)
            .withSolvedLayer(rows, labels, weights, engine, progress.part(0, 0.2));
        return steps == 0 ? beginning.classifier(labels.classes())
            : train(beginning, rows, labels, weights, bodyShare, engine, progress.part(0.2, 1));
    }

    private static void checkLabelled(final Labels labels) {
        if (labels.labelled().length == 0) {
            throw new IllegalArgumentException("No row is labelled.");
        }
    }

    /**
     * The same network without anything learned before, to compare with.
     *
     * @param settings the network and the scaling; the training is this one's
     */
    public NetworkClassifier fromScratch(final EncoderSettings settings, final Rows rows, final Labels labels,
        final Engine engine, final Progress progress) {
        checkLabelled(labels);
        return train(ClassifierNetwork.fromScratch(settings, rows, labels.classes().size(), seed, progress), rows, labels,
            null, 1, engine, progress);
    }

    private NetworkClassifier train(final ClassifierNetwork beginning, final Rows rows, final Labels labels,
        final float[] weights, final double share, final Engine engine, final Progress progress) {
        final var labelled = labels.labelled();
        final var source = new Labelled(beginning.input(), rows.select(labelled), labels.select(labelled),
            weights == null ? null : select(weights, labelled), progress);
        final var batch = Math.min(MOST_BATCH, labelled.length);
        final var perEpoch = Math.max(1, labelled.length / batch);
        final var settings = new TrainingSettings(Math.max(1, steps / perEpoch), batch, learningRate,
            share, weightDecay, 5, 0, Integer.MAX_VALUE, seed);
        final var trained = new Training(engine, beginning.network(), beginning.objective(), settings)
            .run(source, beginning.parameters(), beginning.statistics(), progress);
        return beginning.with(trained.parameters(), trained.statistics()).classifier(labels.classes());
    }

    private static float[] select(final float[] weights, final int[] rows) {
        final var selected = new float[rows.length];
        for (var i = 0; i < rows.length; i++) {
            selected[i] = weights[rows[i]];
        }
        return selected;
    }

    /** Labelled rows, each weighted. */
    private static final class Labelled implements BatchSource {

        private final DenseRows dense;

        private final Labels labels;

        private final float[] weights;

        Labelled(final InputEncoder input, final Rows rows, final Labels labels, final float[] weights,
            final Progress progress) {
            this.dense = input.encode(rows, progress);
            this.labels = labels;
            this.weights = weights;
        }

        @Override
        public int rows() {
            return dense.rows();
        }

        @Override
        public void fill(final int[] rows, final SplittableRandom random, final Batch batch) {
            System.arraycopy(dense.select(rows).values(), 0, batch.get(Slot.INPUT), 0, rows.length * dense.columns());
            final var classes = labels.classes().size();
            final var shares = batch.get(Slot.CLASSES);
            Arrays.fill(shares, 0);
            for (var i = 0; i < rows.length; i++) {
                shares[i * classes + labels.codes()[rows[i]]] = 1;
                batch.get(Slot.ROW_WEIGHTS)[i] = (weights == null ? 1 : weights[rows[i]]) / rows.length;
            }
        }
    }
}

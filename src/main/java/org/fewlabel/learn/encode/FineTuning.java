package org.fewlabel.learn.encode;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Training;
import org.fewlabel.learn.net.TrainingSettings;

/**
 * Makes a classifier of an encoder: a linear layer for the classes is solved on its embeddings, and then, gently, all
 * of it is trained (Kumar et al. 2022, section 4: in this order the embedding is not spoiled before the layer makes
 * sense). Few labels are too few to hold any out, so the number of steps is fixed and weights decay.
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

    /** @return the same with another number of steps */
    public FineTuning withSteps(final int other) {
        return new FineTuning(other, learningRate, bodyShare, weightDecay, seed);
    }

    /**
     * @param encoder to begin with; not changed
     * @param rows with the columns that it reads
     * @param labels of those rows; at least one is labeled, and only labeled rows are learned from
     * @param weights how much each row counts; {@code null} if all alike
     * @return the classifier
     * @throws UserMessageException if no row is labeled, or a column is not there or of another kind
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public NetworkClassifier fit(final TableEncoder encoder, final Rows rows, final Labels labels,
        final float[] weights,
        final Engine engine, final Progress progress) {
        checkLabeled(labels);
        final var beginning = ClassifierNetwork.of(encoder, labels.classes().size(), seed, progress)
            .withSolvedLayer(rows, labels, weights, engine, progress.part(0, 0.2));
        return steps == 0 ? beginning.classifier(labels.classes())
            : train(beginning, rows, labels, weights, bodyShare, engine, progress.part(0.2, 1));
    }

    private static void checkLabeled(final Labels labels) {
        if (labels.labeled().length == 0) {
            throw new UserMessageException("No row is labeled.");
        }
    }

    /**
     * The same network without anything learned before, to compare with.
     *
     * @param settings the network and the scaling; the training is this one's
     */
    public NetworkClassifier fromScratch(final EncoderSettings settings, final Rows rows, final Labels labels,
        final Engine engine, final Progress progress) {
        checkLabeled(labels);
        return train(ClassifierNetwork.fromScratch(settings, rows, labels.classes().size(), seed, progress), rows,
            labels,
            null, 1, engine, progress);
    }

    private NetworkClassifier train(final ClassifierNetwork beginning, final Rows rows, final Labels labels,
        final float[] weights, final double share, final Engine engine, final Progress progress) {
        final var labeled = labels.labeled();
        final var known = rows.select(labeled);
        final var masses = WeightedRows.masses(labels.select(labeled),
            weights == null ? null : select(weights, labeled));
        final var trained = train(beginning.dense(), beginning.input().encode(known, progress), masses, share, engine,
            progress);
        return beginning.with(trained.parameters(), trained.statistics()).classifier(labels.classes());
    }

    private static float[] select(final float[] weights, final int[] rows) {
        final var selected = new float[rows.length];
        for (var i = 0; i < rows.length; i++) {
            selected[i] = weights[rows[i]];
        }
        return selected;
    }

    /**
     * @param beginning a network to begin with; not changed
     * @param rows as it takes them
     * @param masses row by row how much the row counts for each class, {@code rows * classes}; every row for some
     * @param fresh whether it has learned nothing yet: then all of it learns at the same rate
     * @return the network that has learned that
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public TrainedClassifier train(final TrainedClassifier beginning, final DenseRows rows, final double[] masses,
        final boolean fresh,
        final Engine engine, final Progress progress) {
        return train(beginning, rows, masses, fresh ? 1 : bodyShare, engine, progress);
    }

    private TrainedClassifier train(final TrainedClassifier beginning, final DenseRows rows, final double[] masses,
        final double share,
        final Engine engine, final Progress progress) {
        final var batch = Math.min(MOST_BATCH, rows.rows());
        final var perEpoch = Math.max(1, rows.rows() / batch);
        final var settings = new TrainingSettings(Math.max(1, steps / perEpoch), batch, learningRate,
            share, weightDecay, 5, 0, Integer.MAX_VALUE, seed);
        final var trained = new Training(engine, beginning.network(), beginning.objective(), settings)
            .run(new WeightedRows(rows, beginning.classes(), masses), beginning.parameters(), beginning.statistics(),
                progress);
        return new TrainedClassifier(beginning.network(), beginning.objective(), trained.parameters(),
            trained.statistics());
    }
}

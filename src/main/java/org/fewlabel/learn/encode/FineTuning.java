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
 * Fine-tunes an encoder to a classifier by LP-FT (Kumar et al. 2022, section 4): first linear probing, a linear layer
 * on the frozen embeddings, so that fine-tuning does not distort them, then training of the whole network with a small
 * learning rate. Few labels are too few to hold any out, so the number of steps is fixed and weights decay.
 *
 * @param steps of the whole network; 0 for linear probing only
 * @param learningRate of the layer
 * @param bodyShare the factor on the learning rate of the encoder
 * @param weightDecay of the weights
 * @param seed of all random numbers
 */
public record FineTuning(int steps, double learningRate, double bodyShare, double weightDecay, long seed) {

    private static final int MAX_BATCH = 128;

    /** @return the defaults, which suit most tables */
    public static FineTuning defaults(final long seed) {
        return new FineTuning(300, 3e-3, 0.3, 0.01, seed);
    }

    /** @return a copy with another number of steps */
    public FineTuning withSteps(final int other) {
        return new FineTuning(other, learningRate, bodyShare, weightDecay, seed);
    }

    /**
     * @param encoder the initial network; not changed
     * @param rows with the columns of the encoder
     * @param labels of those rows; at least one is labeled, and only labeled rows are used
     * @param weights the weight of each row; {@code null} for equal weights
     * @return the classifier
     * @throws UserMessageException if no row is labeled, or a column is missing or of another kind
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public NetworkClassifier fit(final TableEncoder encoder, final Rows rows, final Labels labels,
        final float[] weights,
        final Engine engine, final Progress progress) {
        checkLabeled(labels);
        final var initial = ClassifierNetwork.of(encoder, labels.classes().size(), seed, progress)
            .withLinearProbe(rows, labels, weights, engine, progress.part(0, 0.2));
        return steps == 0 ? initial.classifier(labels.classes())
            : train(initial, rows, labels, weights, bodyShare, engine, progress.part(0.2, 1));
    }

    private static void checkLabeled(final Labels labels) {
        if (labels.labeled().length == 0) {
            throw new UserMessageException("No row is labeled.");
        }
    }

    /**
     * Trains the same network from random parameters, as a baseline.
     *
     * @param settings the network and the scaling; the training settings are those of this object
     */
    public NetworkClassifier fromScratch(final EncoderSettings settings, final Rows rows, final Labels labels,
        final Engine engine, final Progress progress) {
        checkLabeled(labels);
        return train(ClassifierNetwork.fromScratch(settings, rows, labels.classes().size(), seed, progress), rows,
            labels,
            null, 1, engine, progress);
    }

    private NetworkClassifier train(final ClassifierNetwork initial, final Rows rows, final Labels labels,
        final float[] weights, final double share, final Engine engine, final Progress progress) {
        final var labeled = labels.labeled();
        final var known = rows.select(labeled);
        final var masses = WeightedRows.masses(labels.select(labeled),
            weights == null ? null : select(weights, labeled));
        final var trained = train(initial.dense(), initial.input().encode(known, progress), masses, share, engine,
            progress);
        return initial.with(trained.parameters(), trained.statistics()).classifier(labels.classes());
    }

    private static float[] select(final float[] weights, final int[] rows) {
        final var selected = new float[rows.length];
        for (var i = 0; i < rows.length; i++) {
            selected[i] = weights[rows[i]];
        }
        return selected;
    }

    /**
     * @param initial the initial network; not changed
     * @param rows encoded
     * @param masses the weight of each row for each class, {@code rows * classes}; every row has some weight
     * @param fresh whether it is untrained: then all layers have the same learning rate
     * @return the trained network
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public TrainedClassifier train(final TrainedClassifier initial, final DenseRows rows, final double[] masses,
        final boolean fresh,
        final Engine engine, final Progress progress) {
        return train(initial, rows, masses, fresh ? 1 : bodyShare, engine, progress);
    }

    private TrainedClassifier train(final TrainedClassifier initial, final DenseRows rows, final double[] masses,
        final double share,
        final Engine engine, final Progress progress) {
        final var batch = Math.min(MAX_BATCH, rows.rows());
        final var perEpoch = Math.max(1, rows.rows() / batch);
        final var settings = new TrainingSettings(Math.max(1, steps / perEpoch), batch, learningRate,
            share, weightDecay, 5, 0, Integer.MAX_VALUE, seed);
        final var trained = new Training(engine, initial.network(), initial.objective(), settings)
            .run(new WeightedRows(rows, initial.classes(), masses), initial.parameters(), initial.statistics(),
                progress);
        return new TrainedClassifier(initial.network(), initial.objective(), trained.parameters(),
            trained.statistics());
    }
}

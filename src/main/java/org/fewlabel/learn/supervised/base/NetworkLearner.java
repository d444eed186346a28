package org.fewlabel.learn.supervised.base;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.encode.Architecture;
import org.fewlabel.learn.encode.Engines;
import org.fewlabel.learn.encode.FineTuning;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.encode.TrainedClassifier;
import org.fewlabel.learn.supervised.Classifier;
import org.fewlabel.learn.supervised.TrainingLabels;

/**
 * A learner of classification networks: from scratch, or fine-tuned from an encoder, where the classification layer is
 * first solved on its embedding. The number of steps is fixed whatever the number of rows, since self-training trains
 * it again and again.
 */
public final class NetworkLearner implements BaseLearner {

    /** With few labels a single hidden layer was the best of those tried on four public tables, and the fastest. */
    private static final Architecture FRESH = new Architecture(List.of(256));

    private static final int STEPS = 200;

    /** Fewer steps, since an encoder has already learned from the rows. */
    private static final int STEPS_FROM_ENCODER = 100;

    private final Optional<TableEncoder> encoder;

    private NetworkLearner(final Optional<TableEncoder> encoder) {
        this.encoder = encoder;
    }

    /** @return a learner from scratch, for rows of any kind */
    public static NetworkLearner fromScratch() {
        return new NetworkLearner(Optional.empty());
    }

    /** @return a learner that starts with the encoder, for rows in its input format */
    public static NetworkLearner from(final TableEncoder encoder) {
        return new NetworkLearner(Optional.of(encoder));
    }

    /** @throws org.fewlabel.device.MissingLibraryException if no library can compute it; the message says what to do */
    @Override
    public Classifier fit(final DenseRows rows, final TrainingLabels targets, final long seed, final Workers workers,
        final Progress progress) {
        targets.checkFor(rows);
        final var known = targets.known();
        final var used = targets.used();
        final var trainingRows = rows.select(used);
        final var input = encoder.isPresent() ? NetworkInput.plain(rows.columns()) : NetworkInput.of(trainingRows);
        final var engine = Engines.open(progress.part(0, 0));
        final var tuning = FineTuning.defaults(seed).withSteps(encoder.isPresent() ? STEPS_FROM_ENCODER : STEPS);
        final var initial = encoder.isPresent()
            ? TrainedClassifier.of(encoder.get(), known.length, seed, progress).withLinearProbe(rows,
                masses(targets, known,
                    IntStream.range(0, rows.rows()).toArray()),
                engine, progress.part(0, 0.2))
            : TrainedClassifier.fromScratch(input.width(), FRESH, known.length, seed, progress)
                .withClassPriors(Arrays.stream(known).mapToDouble(c -> targets.sums()[c]).toArray());
        final var network = tuning.train(initial, input.of(trainingRows, progress), masses(targets, known, used),
            encoder.isEmpty(), engine, progress.part(0.2, 1));
        return new EncodedNetwork(targets.classes(), known, input, network);
    }

    /** Returns the weights of rows for the known classes, row by row. */
    private static double[] masses(final TrainingLabels targets, final int[] known, final int[] rows) {
        return Arrays.stream(rows).boxed()
            .flatMapToDouble(row -> Arrays.stream(known).mapToDouble(c -> targets.mass(row, c))).toArray();
    }
}

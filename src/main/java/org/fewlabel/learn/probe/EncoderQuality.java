package org.fewlabel.learn.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.Bootstrap;
import org.fewlabel.learn.judge.CrossValidation;
import org.fewlabel.learn.judge.Interval;
import org.fewlabel.learn.supervised.LogisticRegression;

/**
 * The quality of an embedding: the cross-validated accuracy of nearest neighbors and a linear probe on the embedding
 * and on the raw columns, over the same folds; and its geometry.
 *
 * @param evaluated the number of evaluated labeled rows, those whose class has another labeled row; 0 if impossible
 * @param comparisons nearest neighbors and linear probe; empty if nothing was evaluated
 * @param shape the geometry of the embedding
 */
public record EncoderQuality(int evaluated, List<ProbeResult> comparisons, EmbeddingShape shape) {

    private static final int NEIGHBORS = 5;

    private static final int SAMPLES = 1000;

    private static final double LEVEL = 0.95;

    private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** The maximum number of labeled rows that are compared pairwise. */
    private static final int MAX_LABELED = 3000;

    /** The classifier that evaluates columns. */
    public enum Probe {

        /** The most frequent class of the five nearest labeled rows. */
        NEAREST_NEIGHBORS("Nearest neighbors"),

        /** Logistic regression. */
        LINEAR("Linear probe");

        private final String text;

        Probe(final String text) {
            this.text = text;
        }

        /** @return the name for the user */
        public String text() {
            return text;
        }
    }

    /** The verdict whether the embedding is better than the raw columns. */
    public enum Conclusion {

        /** Better: the whole interval of the difference is above 0. */
        BETTER,

        /** A little better, but the interval contains 0. */
        PERHAPS_BETTER,

        /** Not better, and the interval contains 0. */
        NOT_BETTER,

        /** Worse: the whole interval is below 0. */
        WORSE,

        /** There are no raw columns to compare with. */
        NOTHING_TO_COMPARE,

        /** Too few classes have two labeled rows. */
        TOO_FEW_LABELS
    }

    /**
     * The result of a probe.
     *
     * @param probe the classifier
     * @param raw the accuracy on the raw columns
     * @param rawInterval its 95% interval
     * @param embedding the accuracy on the embedding
     * @param embeddingInterval its 95% interval
     * @param difference the accuracy on the embedding minus that on the raw columns
     * @param differenceInterval its paired 95% interval
     */
    public record ProbeResult(Probe probe, double raw, Interval rawInterval, double embedding,
        Interval embeddingInterval, double difference, Interval differenceInterval) {

        private double better() {
            return Double.isNaN(raw) ? embedding : Math.max(raw, embedding);
        }
    }

    /**
     * @param raw the raw columns, encoded; missing values are replaced by the mean; {@code null} if there are none
     * @param embedding of the same rows, scaled like the raw columns
     * @param shape of the unscaled embedding
     * @param labels of the same rows
     * @param seed of folds and samples
     * @throws IllegalArgumentException if they differ in their number of rows
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public static EncoderQuality of(final DenseRows raw, final DenseRows embedding, final EmbeddingShape shape,
        final Labels labels, final long seed, final Workers workers, final Progress progress) {
        if (raw != null && raw.rows() != embedding.rows() || embedding.rows() != labels.size()) {
            throw new IllegalArgumentException("There are " + (raw == null ? "no" : raw.rows()) + " rows, "
                + embedding.rows() + " embeddings and " + labels.size() + " labels.");
        }
        final var labeled = some(labels.labeled());
        final var known = labels.select(labeled);
        final var folds = CrossValidation.of(known, seed);
        if (!folds.possible() || Arrays.stream(known.counts()).filter(n -> n > 0).count() < 2) {
            return new EncoderQuality(0, List.of(), shape);
        }
        final var rawRows = raw == null ? null : raw.select(labeled);
        final var embedded = embedding.select(labeled);
        final var comparisons = new ArrayList<ProbeResult>();
        progress.report(0, Probe.NEAREST_NEIGHBORS.text());
        comparisons
            .add(compare(Probe.NEAREST_NEIGHBORS, (rows, some) -> nearest(rows, some, progress), rawRows, embedded,
                known, folds, seed, workers, progress.part(0, 0.4)));
        progress.report(0.4, Probe.LINEAR.text());
        comparisons.add(compare(Probe.LINEAR,
            (rows, some) -> LogisticRegression.train(rows, some, seed, progress).predict(rows, workers, progress),
            rawRows,
            embedded, known, folds, seed, workers, progress.part(0.4, 1)));
        return new EncoderQuality(evaluated(folds).length, List.copyOf(comparisons), shape);
    }

    /** @return the result with the highest accuracy on the embedding or the raw columns; empty if there is none */
    public Optional<ProbeResult> best() {
        return comparisons.stream().max(Comparator.comparingDouble(ProbeResult::better));
    }

    /** @return the verdict of the best result */
    public Conclusion verdict() {
        return best().map(best -> Double.isNaN(best.raw) ? Conclusion.NOTHING_TO_COMPARE
            : best.differenceInterval.low() > 0 ? Conclusion.BETTER
                : best.differenceInterval.high() < 0 ? Conclusion.WORSE
                    : best.difference > 0 ? Conclusion.PERHAPS_BETTER : Conclusion.NOT_BETTER)
            .orElse(Conclusion.TOO_FEW_LABELS);
    }

    private static int[] some(final int[] labeled) {
        final var step = Math.max(1, (labeled.length + MAX_LABELED - 1) / MAX_LABELED);
        return IntStream.range(0, labeled.length).filter(i -> i % step == 0).map(i -> labeled[i]).toArray();
    }

    private static ProbeResult compare(final Probe probe,
        final BiFunction<DenseRows, Labels, ClassProbabilities> method,
        final DenseRows raw, final DenseRows embedding, final Labels labels, final CrossValidation folds,
        final long seed,
        final Workers workers, final Progress progress) {
        final var ofEmbedding = correct(method, embedding, labels, folds, progress.part(0, 0.4));
        final var n = ofEmbedding.length;
        if (raw == null) {
            final var accuracy = mean(ofEmbedding, IntStream.range(0, n).toArray());
            return new ProbeResult(probe, Double.NaN, UNKNOWN, accuracy, wilson(accuracy, n),
                Double.NaN, UNKNOWN);
        }
        final var ofRaw = correct(method, raw, labels, folds, progress.part(0.4, 0.8));
        final var intervals = new Bootstrap(SAMPLES, LEVEL, seed).intervals(n, 1,
            sample -> new double[]{mean(ofEmbedding, sample) - mean(ofRaw, sample)}, workers, progress.part(0.8, 1));
        final var all = IntStream.range(0, n).toArray();
        final var rawShare = mean(ofRaw, all);
        final var share = mean(ofEmbedding, all);
        return new ProbeResult(probe, rawShare, wilson(rawShare, n), share,
            wilson(share, n), share - rawShare, intervals[0]);
    }

    private static Interval wilson(final double share, final int rows) {
        return Interval.wilson((int)Math.round(share * rows), rows, LEVEL);
    }

    /** Returns the rows in folds; the only row of a class is in none, since its class cannot be learned without it. */
    private static int[] evaluated(final CrossValidation folds) {
        return IntStream.range(0, folds.fold().length).filter(row -> folds.fold()[row] >= 0).toArray();
    }

    /** Returns whether each evaluated row is predicted correctly from the labels of the other folds. */
    private static boolean[] correct(final BiFunction<DenseRows, Labels, ClassProbabilities> method,
        final DenseRows rows,
        final Labels labels, final CrossValidation folds, final Progress progress) {
        final var correct = new boolean[labels.size()];
        for (var f = 0; f < folds.folds(); f++) {
            progress.checkCanceled();
            final var predicted = method.apply(rows, folds.without(labels, f)).argmax();
            for (var row = 0; row < correct.length; row++) {
                if (folds.fold()[row] == f) {
                    correct[row] = predicted[row] == labels.codes()[row];
                }
            }
            progress.report((f + 1.0) / folds.folds(), "Cross-validating");
        }
        final var evaluated = evaluated(folds);
        final var result = new boolean[evaluated.length];
        for (var i = 0; i < evaluated.length; i++) {
            result[i] = correct[evaluated[i]];
        }
        return result;
    }

    private static double mean(final boolean[] correct, final int[] rows) {
        var count = 0;
        for (final var row : rows) {
            count += correct[row] ? 1 : 0;
        }
        return (double)count / rows.length;
    }

    /** Computes the share of each class among the nearest labeled rows. */
    private static ClassProbabilities nearest(final DenseRows rows, final Labels labels, final Progress progress) {
        final var classes = labels.classes().size();
        final var known = labels.labeled();
        final var result = new double[labels.size() * classes];
        for (var row = 0; row < labels.size(); row++) {
            if (labels.codes()[row] >= 0) {
                continue;
            }
            progress.checkCanceled();
            final var distances = new double[known.length];
            for (var k = 0; k < known.length; k++) {
                distances[k] = squaredDistance(rows, row, known[k]);
            }
            final var order = IntStream.range(0, known.length).boxed()
                .sorted((a, b) -> Double.compare(distances[a], distances[b])).limit(NEIGHBORS).toList();
            var weight = 1.0;
            for (final var k : order) {
                result[row * classes + labels.codes()[known[k]]] += weight / order.size();
                weight *= 0.999; // ties go to the nearer ones
            }
        }
        return new ClassProbabilities(classes, result);
    }

    private static double squaredDistance(final DenseRows rows, final int a, final int b) {
        var sum = 0.0;
        for (var d = 0; d < rows.columns(); d++) {
            final double x = rows.values()[a * rows.columns() + d];
            final double y = rows.values()[b * rows.columns() + d];
            final var difference = (Double.isNaN(x) ? 0 : x) - (Double.isNaN(y) ? 0 : y);
            sum += difference * difference;
        }
        return sum;
    }
}

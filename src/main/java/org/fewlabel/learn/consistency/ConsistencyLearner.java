package org.fewlabel.learn.consistency;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.encode.ClassifierNetwork;
import org.fewlabel.learn.encode.EncoderSettings;
import org.fewlabel.learn.encode.TableEncoder;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.net.Ending;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Loop;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.LogisticRegression;

/**
 * Trains a network classifier from few labeled and many unlabeled rows by consistency regularization: on the labels of
 * the labeled rows, and on the targets of the method for all rows. The result is the exponential moving average of the
 * weights. Equal rows, settings and seed give equal bits, with the same engine and machine.
 *
 * @param method the consistency method for the unlabeled rows
 * @param task creates strong views; of {@link ConsistencyMethod.VirtualAdversarial} only its columns are used
 * @param settings the hyperparameters
 */
public record ConsistencyLearner(ConsistencyMethod method, PretextTask task, ConsistencySettings settings) {

    /** The maximum number of unlabeled rows per step, 7 × 64 as in FixMatch. */
    private static final int MAX_UNLABELED = 448;

    /**
     * In a small table an epoch has this many steps, unless a step would have fewer than {@link #MIN_UNLABELED} rows.
     */
    private static final int STEPS = 4;

    private static final int MIN_UNLABELED = 32;

    /**
     * Continues the training of an encoder, with a layer for the classes that is fitted first (linear probing).
     *
     * @param encoder the initial network; not changed
     * @param rows with the columns of the encoder
     * @param labels of those rows; at least one is labeled
     * @param truth the true classes of the rows, as far as known, for the history only; {@code null} if unknown
     * @throws UserMessageException if no row is labeled, a column is missing or of another kind, the task was made
     *         for other columns, or given class priors do not fit the labels
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ConsistencyResult fit(final TableEncoder encoder, final Rows rows, final Labels labels, final Labels truth,
        final Engine engine, final Progress progress) {
        check(encoder.columns(), labels);
        progress.report(0, "Fitting the output layer");
        final var initial = ClassifierNetwork.of(encoder, labels.classes().size(), settings.seed(), progress)
            .withLinearProbe(rows, labels, null, engine, progress.part(0, 0.05));
        return train(initial, true, rows, labels, truth, engine, progress.part(0.05, 1));
    }

    /**
     * Trains an untrained network.
     *
     * @param network the size of the network and the scaling of numbers; its training is not used
     * @param rows the training rows
     * @param labels of those rows; at least one is labeled
     * @param truth the true classes of the rows, as far as known, for the history only; {@code null} if unknown
     * @throws UserMessageException if no row is labeled, no column varies, the task was made for other columns, or
     *         given class priors do not fit the labels
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ConsistencyResult fromScratch(final EncoderSettings network, final Rows rows, final Labels labels,
        final Labels truth,
        final Engine engine, final Progress progress) {
        check(rows.columns().stream().map(column -> column.name()).toList(), labels);
        final var initial = ClassifierNetwork.fromScratch(network, rows, labels.classes().size(), settings.seed(),
            progress);
        return train(initial, false, rows, labels, truth, engine, progress);
    }

    private void check(final List<String> columns, final Labels labels) {
        task.checkColumns(columns);
        if (labels.labeled().length == 0) {
            throw new UserMessageException("No row is labeled.");
        }
    }

    private ConsistencyResult train(final ClassifierNetwork initial, final boolean pretrained, final Rows rows,
        final Labels labels, final Labels truth, final Engine engine, final Progress progress) {
        if (method instanceof ConsistencyMethod.VirtualAdversarial && initial.input().pieces() != null) {
            throw new UserMessageException(
                "Virtual adversarial training needs numbers, but the encoder reads words. Choose "
                    + "another method, or an encoder that reads texts as vectors.");
        }
        progress.report(0, "Preparing the network");
        final var views = Augmentations.of(initial.input().encode(rows, progress), initial.input(), task,
            settings.weakStrength());
        final var labeled = new LabeledSampler(labels.labeled(), settings.labeled(), views.weakVaries());
        final var unlabeled = perStep(labeled.perStep(), rows.size());
        final var classes = labels.classes().size();
        final var setup = new Steps.Setup(views, labels.codes(), truth == null ? unknown(rows.size()) : truth.codes(),
            classes,
            labeled, targetRule(rows, labels, progress.part(0, 0.02)), method.weight(),
            method instanceof ConsistencyMethod.MeanTeacher);
        final var training = settings.training(pretrained);
        final var stepsPerEpoch = rows.size() / unlabeled;
        final var epochs = settings.epochsFor(stepsPerEpoch);
        final var parameters = initial.parameters().clone();
        final var statistics = initial.statistics().clone();
        final var network = initial.network();
        final var objective = initial.objective();
        try (var step = engine.training(network, objective, labeled.perStep() + unlabeled);
            var predictor = engine.evaluation(network, objective, unlabeled, Engine.Output.PROBABILITIES);
            var adversary = method instanceof ConsistencyMethod.VirtualAdversarial v
                ? new Adversary(engine, network, objective, unlabeled, v.radius()) : null) {
            final var steps = new Steps(setup, step, predictor, adversary, (long)epochs * stepsPerEpoch, parameters,
                statistics, settings.average());
            final var layout = ParameterLayout.of(network, objective);
            final var stopped = new Loop(step, layout, training, epochs, parameters, statistics).run(
                IntStream.range(0, rows.size()).toArray(), unlabeled, steps,
                new SplittableRandom(new SplittableRandom(settings.seed()).nextLong()), progress.part(0.02, 1));
            return result(initial, steps, stopped, labels.classes(), training.learningRate(),
                engine.of(network, objective), progress);
        }
    }

    /** The number of rows per step for the consistency loss. */
    private int perStep(final int labeled, final int rows) {
        final var preferred = (int)Math.min(MAX_UNLABELED, Math.max(1, Math.round(settings.ratio() * labeled)));
        return Math.min(rows, Math.min(preferred, Math.max(MIN_UNLABELED, rows / STEPS)));
    }

    private static int[] unknown(final int rows) {
        final var codes = new int[rows];
        Arrays.fill(codes, Labels.UNLABELED);
        return codes;
    }

    private TargetRule targetRule(final Rows rows, final Labels labels, final Progress progress) {
        final var classes = labels.classes().size();
        if (!(method instanceof ConsistencyMethod.PseudoLabels pseudo)) {
            return new TargetRule.AsPredicted(classes);
        }
        final var alignment = !pseudo.aligned() ? null
            : settings.priors().shares(labels, baseline(rows, labels, progress)).map(DistributionAlignment::new)
                .orElse(null);
        return new TargetRule.MostProbable(classes, alignment, new Confidence(pseudo.threshold(), classes));
    }

    /**
     * The baseline's probabilities for all rows, from the labeled rows only, if they are needed to estimate the class
     * priors.
     */
    private ClassProbabilities baseline(final Rows rows, final Labels labels, final Progress progress) {
        if (!(settings.priors() instanceof ClassPriors.Estimated)) {
            return null;
        }
        final var dense = RowEncoder.fit(rows, progress).encode(rows, progress);
        return LogisticRegression.train(dense, labels, settings.seed(), progress).predict(dense, Workers.CALLER,
            progress);
    }

    private static ConsistencyResult result(final ClassifierNetwork initial, final Steps steps, final int stopped,
        final List<String> classes, final double learningRate, final Engine engine, final Progress progress) {
        final var diverged = stopped > 0 || !finite(steps.last());
        final var values = diverged ? steps.lastFinite() : steps.last();
        final var history = List.copyOf(steps.history());
        final var ending = diverged
            ? new Ending(Ending.Reason.DIVERGED, stopped, Math.max(0, history.size() - 1), 0, false, learningRate)
            : new Ending(Ending.Reason.ALL_EPOCHS, history.size(), history.size(), 0, false, learningRate);
        progress.report(1, "Trained " + history.size() + (history.size() == 1 ? " epoch" : " epochs"));
        return new ConsistencyResult(initial.with(values[0], values[1]).classifier(classes), history, ending,
            engine.note(), initial.input().dropped(), engine.device());
    }

    private static boolean finite(final float[][] values) {
        for (final var some : values) {
            for (final var value : some) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}

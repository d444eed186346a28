package org.fewlabel.learn.consistency;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Loop;
import org.fewlabel.learn.net.ParameterLayout;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.supervised.ClassPriors;
import org.fewlabel.learn.supervised.LogisticRegression;

/**
 * Learns a network for classes from few labeled and many unlabeled rows: the labeled rows by their labels, all rows by
 * what the method asks for. The moving average of the weights is the result. Equal rows, settings and seed give equal
 * bits, with the same engine and machine.
 *
 * @param method what the unlabeled rows are to agree on
 * @param task how strong views are made; of {@link ConsistencyMethod.VirtualAdversarial} only the columns count
 * @param settings how it learns
 */
public record ConsistencyLearner(ConsistencyMethod method, PretextTask task, ConsistencySettings settings) {

    /** A step is given so many unlabeled rows at most, 7 × 64 as in FixMatch. */
    private static final int MOST_UNLABELED = 448;

    /** In a small table an epoch has this many steps, as long as one is given {@link #LEAST_UNLABELED} rows. */
    private static final int STEPS = 4;

    private static final int LEAST_UNLABELED = 32;

    /**
     * Trains an encoder on, with a layer for the classes that is solved first.
     *
     * @param encoder to begin with; not changed
     * @param rows with the columns that it reads
     * @param labels of those rows; at least one is labeled
     * @param truth the true classes of the rows, as far as known, for the history only; {@code null} if not at all
     * @throws UserMessageException if no row is labeled, a column is not there or of another kind, the task was
     *             made for other columns, or given shares of classes do not fit the labels
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ConsistencyResult fit(final TableEncoder encoder, final Rows rows, final Labels labels, final Labels truth,
        final Engine engine, final Progress progress) {
        check(encoder.columns(), labels);
        progress.report(0, "Solving the layer for the classes");
        final var beginning = ClassifierNetwork.of(encoder, labels.classes().size(), settings.seed(), progress)
            .withSolvedLayer(rows, labels, null, engine, progress.part(0, 0.05));
        return train(beginning, true, rows, labels, truth, engine, progress.part(0.05, 1));
    }

    /**
     * Trains a network that has learned nothing yet.
     *
     * @param network how large it is and how numbers are scaled; its training does not count
     * @param rows to learn from
     * @param labels of those rows; at least one is labeled
     * @param truth the true classes of the rows, as far as known, for the history only; {@code null} if not at all
     * @throws UserMessageException if no row is labeled, no column tells anything, the task was made for other
     *             columns, or given shares of classes do not fit the labels
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ConsistencyResult fromScratch(final EncoderSettings network, final Rows rows, final Labels labels,
        final Labels truth,
        final Engine engine, final Progress progress) {
        check(rows.columns().stream().map(column -> column.name()).toList(), labels);
        final var beginning = ClassifierNetwork.fromScratch(network, rows, labels.classes().size(), settings.seed(),
            progress);
        return train(beginning, false, rows, labels, truth, engine, progress);
    }

    private void check(final List<String> columns, final Labels labels) {
        task.checkColumns(columns);
        if (labels.labeled().length == 0) {
            throw new UserMessageException("No row is labeled.");
        }
    }

    private ConsistencyResult train(final ClassifierNetwork beginning, final boolean pretrained, final Rows rows,
        final Labels labels, final Labels truth, final Engine engine, final Progress progress) {
        if (method instanceof ConsistencyMethod.VirtualAdversarial && beginning.input().pieces() != null) {
            throw new UserMessageException(
                "Virtual adversarial training moves numbers, and the encoder reads words. Choose "
                    + "another method, or an encoder that reads the texts as vectors.");
        }
        progress.report(0, "Preparing the network");
        final var views = Augmentations.of(beginning.input().encode(rows, progress), beginning.input(), task,
            settings.weakStrength());
        final var labeled = new LabeledSampler(labels.labeled(), settings.labeled(), views.vary());
        final var unlabeled = perStep(labeled.perStep(), rows.size());
        final var classes = labels.classes().size();
        final var plan = new Steps.Setup(views, labels.codes(), truth == null ? unknown(rows.size()) : truth.codes(),
            classes,
            labeled, aim(rows, labels, progress.part(0, 0.02)), method.weight(),
            method instanceof ConsistencyMethod.MeanTeacher);
        final var training = settings.training(pretrained);
        final var stepsPerEpoch = rows.size() / unlabeled;
        final var epochs = settings.epochsFor(stepsPerEpoch);
        final var parameters = beginning.parameters().clone();
        final var statistics = beginning.statistics().clone();
        final var network = beginning.network();
        final var objective = beginning.objective();
        try (var step = engine.training(network, objective, labeled.perStep() + unlabeled);
            var predictor = engine.evaluation(network, objective, unlabeled, Engine.Output.PROBABILITIES);
            var adversary = method instanceof ConsistencyMethod.VirtualAdversarial v
                ? new Adversary(engine, network, objective, unlabeled, v.radius()) : null) {
            final var steps = new Steps(plan, step, predictor, adversary, (long)epochs * stepsPerEpoch, parameters,
                statistics, settings.average());
            final var layout = ParameterLayout.of(network, objective);
            final var stopped = new Loop(step, layout, training, epochs, parameters, statistics).run(
                IntStream.range(0, rows.size()).toArray(), unlabeled, steps,
                new SplittableRandom(new SplittableRandom(settings.seed()).nextLong()), progress.part(0.02, 1));
            return result(beginning, steps, stopped, labels.classes(), engine.of(network, objective), progress);
        }
    }

    /** How many rows a step is given to agree on. */
    private int perStep(final int labeled, final int rows) {
        final var wanted = (int)Math.min(MOST_UNLABELED, Math.max(1, Math.round(settings.ratio() * labeled)));
        return Math.min(rows, Math.min(wanted, Math.max(LEAST_UNLABELED, rows / STEPS)));
    }

    private static int[] unknown(final int rows) {
        final var codes = new int[rows];
        Arrays.fill(codes, Labels.UNLABELED);
        return codes;
    }

    private TargetRule aim(final Rows rows, final Labels labels, final Progress progress) {
        final var classes = labels.classes().size();
        if (!(method instanceof ConsistencyMethod.PseudoLabels pseudo)) {
            return new TargetRule.AsPredicted(classes);
        }
        final var alignment = !pseudo.aligned() ? null
            : settings.priors().shares(labels, alone(rows, labels, progress)).map(DistributionAlignment::new)
                .orElse(null);
        return new TargetRule.MostProbable(classes, alignment, new Confidence(pseudo.threshold(), classes));
    }

    /** What the labeled rows alone say of all rows, if that is needed to estimate the shares of the classes. */
    private ClassProbabilities alone(final Rows rows, final Labels labels, final Progress progress) {
        if (!(settings.priors() instanceof ClassPriors.Estimated)) {
            return null;
        }
        final var dense = RowEncoder.fit(rows, progress).encode(rows, progress);
        return LogisticRegression.train(dense, labels, settings.seed(), progress).predict(dense, Workers.CALLER,
            progress);
    }

    private static ConsistencyResult result(final ClassifierNetwork beginning, final Steps steps, final int stopped,
        final List<String> classes, final Engine engine, final Progress progress) {
        final var diverged = stopped > 0 || !finite(steps.last());
        final var values = diverged ? steps.good() : steps.last();
        final var history = List.copyOf(steps.history());
        final var ending = diverged
            ? String.format(Locale.ROOT,
                "Training was stopped in epoch %d: the loss was no longer a number. The model is "
                    + "the one after epoch %d. Lower the learning rate.",
                stopped, Math.max(0, history.size() - 1))
            : String.format(Locale.ROOT, "Training went through %d epochs. %s", history.size(),
                used(history.get(history.size() - 1).used()));
        progress.report(1, ending);
        final var note = engine.note();
        return new ConsistencyResult(beginning.with(values[0], values[1]).classifier(classes), history, diverged,
            note.isEmpty() ? ending : ending + " " + note,
            beginning.input().dropped(), engine.device());
    }

    private static String used(final double share) {
        return Double.isNaN(share) ? "There was no unlabeled row to learn from."
            : String.format(Locale.ROOT, "In the last, the unlabeled rows counted %.0f %% on average.", 100 * share);
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

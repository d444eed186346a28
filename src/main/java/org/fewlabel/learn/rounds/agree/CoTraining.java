package org.fewlabel.learn.rounds.agree;

import java.util.Arrays;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.judge.CrossValidation;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Expectation;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.select.SelectionRule;
import org.fewlabel.learn.rounds.self.GraphStart;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.supervised.View;
import org.fewlabel.learn.supervised.base.BaseLearner;
import org.fewlabel.learn.supervised.base.StandardLearner;

/**
 * Co-training (Blum and Mitchell, Combining labeled and unlabeled data with co-training, 1998): two classifiers on
 * different dimensions of the rows train each other with their confident predictions. The result combines both after
 * temperature scaling; two texts exchange all predictions, weighted by their probability (co-EM). If it is not better
 * than the baseline, one classifier on all dimensions trained on the labeled rows only, the baseline is the result.
 */
public final class CoTraining {

    /**
     * The default rule: a few of the most confident rows of each class per round, as in the paper. The adaptive rule
     * exchanges so many predictions made from half of the dimensions that it was worse than no exchange on generated
     * views, even independent ones.
     */
    public static final SelectionRule RULE = SelectionRule.DEFAULT.with(SelectionRule.Strategy.TOP);

    /** The candidate weights of an unlabeled row of two texts; the first if none can be selected. */
    private static final double[] WEIGHTS = {1, 0.1};

    /** With fewer labels per class co-EM on two texts is used unless the labels contradict it. */
    private static final int MIN_LABELS = 25;

    /** The fixed seed of the folds, so that the same table gives the same result. */
    private static final long SEED = 0;

    private final Optional<StandardLearner> learner;

    private final SelectionRule rule;

    private final Contest.Settings settings;

    private final long seed;

    /**
     * @param learner of both views; empty to select one by cross-validation
     * @param rule that selects the pseudo-labels to exchange
     * @param settings rounds, check and calibration
     * @param seed of the random draws
     */
    public CoTraining(final Optional<StandardLearner> learner, final SelectionRule rule,
        final Contest.Settings settings,
        final long seed) {
        this.learner = learner;
        this.rule = rule;
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * @param views of all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @param truth the true class of each row, -1 if unknown: for evaluating pseudo-labels, never for training;
     *            {@code null} if they are not evaluated
     * @return the class probabilities of all rows and a classifier for new rows with the same dimensions
     * @throws org.fewlabel.device.UserMessageException if the lengths differ, no row is labeled, or given shares of
     *             classes do not fit the labels
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Learned fit(final ColumnViews views, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        rule.check(labels); // before anything takes long
        if (ofWords(views)) {
            final var start = new GraphStart(Optional.empty());
            final var candidates = Arrays.stream(WEIGHTS)
                .mapToObj(weight -> new Contest.Contender(Learners.WORDS.name(),
                    (r, l, w, p) -> new CoEmCourse(r, l, views.both(), Learners.WORDS, weight, start, w, p)))
                .toList();
            return labels.labeled().length < MIN_LABELS * labels.classes().size()
                ? new Expectation(settings, false, candidates.get(0), candidates.get(0)).learn(views.rows(), labels,
                    truth, workers,
                    progress)
                : new Contest(settings, candidates, candidates.size()).learn(views.rows(), labels, truth, workers,
                    progress);
        }
        final var candidates = Learners.candidates(learner, views).stream()
            .map(accuracies -> new Contest.Contender(accuracies.name(),
                (r, l, w, p) -> new CoCourse(r, l, views.both(), accuracies, rule, seed, w, p)))
            .toList();
        return new Contest(settings, candidates, Contest.FINALISTS).learn(views.rows(), labels, truth, workers,
            progress);
    }

    private boolean ofWords(final ColumnViews views) {
        return learner.isEmpty() && views.both().stream().allMatch(View::ofTexts);
    }

    /**
     * @param views of all rows; only labeled ones are used
     * @param labels of the same rows; at least one is labeled
     * @return how well the views suit co-training
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public ViewsReport report(final ColumnViews views, final Labels labels, final Workers workers,
        final Progress progress) {
        final var labeled = labels.labeled();
        final var known = labels.select(labeled);
        final var rows = views.rows().select(labeled);
        final var first = views.first().of(rows);
        final var second = views.second().of(rows);
        final var folds = CrossValidation.of(known, SEED);
        final var validated = (int)Arrays.stream(folds.fold()).filter(f -> f >= 0 && f < folds.rounds(known)).count();
        final var independence = Independence.of(first, second, known, seed, progress);
        final var learners = ofWords(views) ? Learners.WORDS : Learners.candidates(learner, views).get(0);
        final var accuracies = new double[]{accuracy(folds, learners.ofViews().get(0), first, known, workers, progress),
            accuracy(folds, learners.ofViews().get(1), second, known, workers, progress),
            accuracy(folds, learners.all(), rows, known, workers, progress)};
        return new ViewsReport(validated, accuracies[0], accuracies[1], accuracies[2],
            validated == 0 ? Double.NaN : (double)Arrays.stream(known.counts()).max().orElse(0) / labeled.length,
            independence.dependence(), independence.expected(), independence.probability());
    }

    private double accuracy(final CrossValidation folds, final BaseLearner learners, final DenseRows rows,
        final Labels known,
        final Workers workers, final Progress progress) {
        return folds.accuracy(known,
            others -> learners.fit(rows, TrainingLabels.of(others), seed, workers, progress).predict(rows,
                workers, progress));
    }
}

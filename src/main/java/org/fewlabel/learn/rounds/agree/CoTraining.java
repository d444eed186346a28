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
 * Co-training (Blum and Mitchell, Combining labeled and unlabeled data with co-training, 1998): two classifiers that
 * see different dimensions of the rows teach each other what they are sure of. The result joins what both say, at
 * temperatures that suit them; two texts exchange all guesses by how probable they are (co-EM). If it does not prove
 * better than one classifier that sees everything and learns from the labeled rows alone, that is the result.
 */
public final class CoTraining {

    /**
     * The rule that suits: a few of the surest of each class a round, as in the paper. The adaptive one exchanges so
     * many guesses of half of the dimensions that it was worse than no exchange on generated views, even independent
     * ones.
     */
    public static final SelectionRule RULE = SelectionRule.DEFAULT.with(SelectionRule.Strategy.TOP);

    /** How much an unlabeled row of two texts may count; the first if that cannot be chosen. */
    private static final double[] WEIGHTS = {1, 0.1};

    /** With fewer labels for each class two texts are trusted to gain, unless the labels speak against it. */
    private static final int FEWEST_LABELS = 25;

    /** divides the labels; fixed, so that the same table gives the same result */
    private static final long SEED = 0;

    private final Optional<StandardLearner> learner;

    private final SelectionRule rule;

    private final Contest.Settings settings;

    private final long seed;

    /**
     * @param learner of both views; empty to choose by the labels
     * @param rule which pseudo-labels are exchanged
     * @param settings rounds, doubt and calibration
     * @param seed of what is drawn
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
     * @param views of all rows, labeled or not
     * @param labels of the same rows; at least one is labeled
     * @param truth per row its true class, -1 if it is not known: to evaluate the pseudo-labels with, never to learn
     *            from; {@code null} if they are not to be evaluated
     * @return the classes of all rows, and a classifier for others that have all dimensions of the views' rows
     * @throws org.fewlabel.device.UserMessageException if the lengths differ, no row is labeled, or given shares of
     *             classes do not fit the labels
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Learned fit(final ColumnViews views, final Labels labels, final int[] truth, final Workers workers,
        final Progress progress) {
        rule.check(labels); // before anything takes long
        if (ofWords(views)) {
            final var start = new GraphStart(Optional.empty());
            final var ways = Arrays.stream(WEIGHTS).mapToObj(weight -> new Contest.Contender(Learners.WORDS.name(),
                (r, l, w, p) -> new CoEmCourse(r, l, views.both(), Learners.WORDS, weight, start, w, p))).toList();
            return labels.labeled().length < FEWEST_LABELS * labels.classes().size()
                ? new Expectation(settings, false, ways.get(0), ways.get(0)).learn(views.rows(), labels, truth, workers,
                    progress)
                : new Contest(settings, ways, ways.size()).learn(views.rows(), labels, truth, workers, progress);
        }
        final var candidates = Learners.candidates(learner, views).stream()
            .map(each -> new Contest.Contender(each.name(),
                (r, l, w, p) -> new CoCourse(r, l, views.both(), each, rule, seed, w, p)))
            .toList();
        return new Contest(settings, candidates, Contest.FINALISTS).learn(views.rows(), labels, truth, workers,
            progress);
    }

    private boolean ofWords(final ColumnViews views) {
        return learner.isEmpty() && views.both().stream().allMatch(View::ofTexts);
    }

    /**
     * @param views of all rows; only labeled ones count
     * @param labels of the same rows; at least one is labeled
     * @return whether the views suit co-training
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
        final var judged = (int)Arrays.stream(folds.fold()).filter(f -> f >= 0 && f < folds.rounds(known)).count();
        final var independence = Independence.of(first, second, known, seed, progress);
        final var robust = ofWords(views) ? Learners.WORDS : Learners.candidates(learner, views).get(0);
        final var each = new double[]{accuracy(folds, robust.ofViews().get(0), first, known, workers, progress),
            accuracy(folds, robust.ofViews().get(1), second, known, workers, progress),
            accuracy(folds, robust.all(), rows, known, workers, progress)};
        return new ViewsReport(judged, each[0], each[1], each[2],
            judged == 0 ? Double.NaN : (double)Arrays.stream(known.counts()).max().orElse(0) / labeled.length,
            independence.dependence(), independence.expected(), independence.probability());
    }

    private double accuracy(final CrossValidation folds, final BaseLearner robust, final DenseRows rows,
        final Labels known,
        final Workers workers, final Progress progress) {
        return folds.accuracy(known,
            others -> robust.fit(rows, TrainingLabels.of(others), seed, workers, progress).predict(rows,
                workers, progress));
    }
}

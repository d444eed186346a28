package org.fewlabel.learn.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.ClassProbabilities;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.Truth;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.rounds.agree.CoTraining;
import org.fewlabel.learn.rounds.agree.ColumnViews;
import org.fewlabel.learn.rounds.agree.TriTraining;
import org.fewlabel.learn.rounds.agree.ViewsReport;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Verdict;
import org.fewlabel.learn.rounds.select.SelectionRule;
import org.fewlabel.learn.rounds.self.SelfTraining;
import org.fewlabel.learn.rounds.self.SoftEm;
import org.fewlabel.learn.rounds.self.WordEm;
import org.fewlabel.learn.supervised.View;
import org.fewlabel.learn.supervised.base.StandardLearner;

/**
 * Self-training and co-training on raw rows: encodes the rows, trains classifiers on pseudo-labels in rounds, and
 * computes figures about the result.
 */
public final class RoundLearner {

    private final Method method;

    private final boolean automatic;

    private final boolean fineTunes;

    /**
     * The input of a method.
     *
     * @param input the encoded rows
     * @param initial of all rows for the first round; empty if the method makes them
     * @param views receives the check of two views, if there are any
     */
    private record Task(RoundRows input, Labels labels, int[] truth, Optional<ClassProbabilities> initial,
        List<ViewsReport> views) {
        DenseRows rows() {
            return input.rows();
        }
    }

    /** A method on encoded rows. */
    @FunctionalInterface
    private interface Method {
        Learned learn(Task task, Workers workers, Progress progress);
    }

    /**
     * The result.
     *
     * @param learned the result of the method
     * @param taught whether a given classifier provided the first pseudo-labels
     * @param classifier of raw rows
     * @param baseline what the {@link org.fewlabel.learn.supervised.Baseline} predicts for all rows
     * @param contradicted per row whether its label differs from the out-of-fold prediction
     * @param figures about the result
     */
    public record Fitted(Learned learned, boolean taught, FewLabelClassifier classifier, ClassProbabilities baseline,
        boolean[] contradicted,
        RoundFigures figures) {
    }

    /**
     * @param automatic whether the learner is selected by cross-validation
     * @param fineTunes whether a given encoder is fine-tuned instead of using its embedding
     */
    private RoundLearner(final Method method, final boolean automatic, final boolean fineTunes) {
        this.method = method;
        this.automatic = automatic;
        this.fineTunes = fineTunes;
    }

    /**
     * @return self-training; with automatic selection and texts, naive Bayes on words with EM. If there are other
     *         columns too and it is not better, the texts are used as vectors
     */
    public static RoundLearner selfTraining(final SelfTraining.Settings settings) {
        final var network = settings.learner().filter(StandardLearner.NETWORK::equals).isPresent();
        return new RoundLearner((t, w, p) -> {
            final var words = settings.learner().isEmpty() && (t.input.ofTexts() || t.input.besideTexts().length > 0);
            final var learned = words
                ? new WordEm(settings.contest(), t.input.besideTexts()).fit(t.rows(), t.labels, t.truth,
                    t.initial, w, p.part(0, t.input.ofTexts() ? 1 : 0.5))
                : null;
            return words
                && (t.input.ofTexts() || learned.verdict().trusted() || t.labels.labeled().length < Verdict.MIN_ROWS)
                    ? learned
                    : new SelfTraining(settings).fit(t.rows(), t.labels, t.truth, new SelfTraining.Given(t.initial,
                        t.input instanceof RoundRows.Taken taken ? Optional.of(taken.given()) : Optional.empty()), w,
                        p.part(words ? 0.5 : 0, 1));
        }, settings.learner().isEmpty(), network);
    }

    /** @return naive Bayes with EM, on words if there are only texts */
    public static RoundLearner softEm(final Contest.Settings settings) {
        return new RoundLearner((t, w, p) -> t.input.ofTexts()
            ? new WordEm(settings).fit(t.rows(), t.labels, t.truth, t.initial, w, p)
            : new SoftEm(settings).fit(t.rows(), t.labels, t.truth, t.initial, w, p), false, false);
    }

    /**
     * @param learner of all three; empty to select one by cross-validation
     * @param seed of the random draws
     * @return tri-training
     */
    public static RoundLearner triTraining(final Optional<StandardLearner> learner, final Contest.Settings settings,
        final long seed) {
        return new RoundLearner(
            (t, w, p) -> new TriTraining(learner, settings, seed).fit(t.rows(), t.labels, t.truth, w, p),
            learner.isEmpty(),
            false);
    }

    /**
     * @param learner of both views; empty to select one by cross-validation
     * @param rule that selects the pseudo-labels to exchange
     * @param seed of the random draws
     * @param first the names of the columns of the first view
     * @param second those of the second view
     * @return co-training
     */
    public static RoundLearner coTraining(final Optional<StandardLearner> learner, final SelectionRule rule,
        final Contest.Settings settings, final long seed, final List<String> first, final List<String> second) {
        final var training = new CoTraining(learner, rule, settings, seed);
        return new RoundLearner((t, w, p) -> {
            final var encoder = ((RoundRows.Raw)t.input).encoder(); // views consist of columns, so the rows are raw
            final var views = new ColumnViews(t.rows(), view(encoder, "A", first), view(encoder, "B", second));
            t.views.add(training.report(views, t.labels, w, p.part(0, 0.1)));
            return training.fit(views, t.labels, t.truth, w, p.part(0.1, 1));
        }, learner.isEmpty(), false);
    }

    private static View view(final RowEncoder encoder, final String name, final List<String> columns) {
        final var dimensions = encoder.dimensionsOf(columns);
        if (dimensions.length == 0) {
            throw new UserMessageException("No column of \"View " + name + "\" can be used: each has the same "
                + "value in all rows, or none. Choose columns that vary, or the method Tri-training, which needs no "
                + "views.");
        }
        return new View(dimensions, encoder.wordsOf(columns));
    }

    /**
     * @param rows all rows, labeled and unlabeled
     * @param labels of the same rows; at least one is labeled
     * @param truth of the same rows, if known, for evaluating pseudo-labels
     * @return the class probabilities of all rows and a classifier for new ones
     * @throws UserMessageException if given shares of classes do not fit the labels, or a view has no column that
     *             varies; the message is for the user
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    public Fitted fit(final Rows rows, final Labels labels, final Optional<Truth> truth, final Workers workers,
        final Progress progress) {
        return fit(new WarmStart.Plain(), rows, labels, truth, workers, progress);
    }

    /**
     * @see #fit(Rows, Labels, Optional, Workers, Progress)
     * @param warmStart an optional encoder or classifier; {@link WarmStart.Plain} for co-training and tri-training
     * @throws IllegalArgumentException also if a given encoder or classifier does not fit the rows and labels
     * @throws org.fewlabel.device.MissingLibraryException if a network is needed and no library can compute it; the
     *             message says what to do
     */
    public Fitted fit(final WarmStart warmStart, final Rows rows, final Labels labels, final Optional<Truth> truth,
        final Workers workers, final Progress progress) {
        final var taught = warmStart instanceof WarmStart.Taught;
        final var initial = warmStart instanceof WarmStart.Taught teacher
            ? Optional.of(teacher.initial(labels, workers, progress.part(0, 0.02)))
            : Optional.<ClassProbabilities>empty();
        final var input = RoundRows.of(warmStart, rows, fineTunes, progress.part(0.02, 0.05));
        final var views = new ArrayList<ViewsReport>();
        final var learned = method.learn(new Task(input, labels, truth.map(Truth::codes).orElse(null), initial, views),
            workers, progress.part(0.05, 0.98));
        final var reference = input.baseline(rows, progress.part(0.98, 0.99));
        final var baseline = reference.predict(labels, workers, progress.part(0.99, 1));
        final var accuracy = learned.verdict().rows() == 0 ? Double.NaN
            : reference.accuracy(labels, workers, progress.part(1, 1));
        final var classifier = input.classifier(learned.classifier(), labels.classes());
        final var figures = new RoundCounts(learned, baseline, labels).figures(automatic, accuracy, truth,
            views.stream().findFirst(),
            input, classifier.unusual(rows, learned.probabilities()));
        return new Fitted(learned, taught, classifier, baseline, learned.probabilities().contradicted(labels), figures);
    }
}

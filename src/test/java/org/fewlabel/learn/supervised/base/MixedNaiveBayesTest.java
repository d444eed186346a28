package org.fewlabel.learn.supervised.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.model.Classifiers;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.learn.rounds.self.SelfTraining;
import org.fewlabel.learn.supervised.TrainingLabels;
import org.fewlabel.learn.text.TopicTexts;
import org.junit.jupiter.api.Test;

/** Texts beside numbers. */
class MixedNaiveBayesTest {

    private static final TopicTexts TOPICS = TopicTexts.of(150, 30, 21);

    private static final TextColumn TEXT = new TextColumn("text", TOPICS.texts());

    private static NumberColumn number(final String name, final double signal) {
        final var random = new Random(name.hashCode());
        return new NumberColumn(name,
            Arrays.stream(TOPICS.topics()).mapToDouble(topic -> signal * topic + random.nextGaussian()).toArray());
    }

    private static Rows rows(final double signal) {
        return new Rows(TEXT.size(), List.of(number("a", signal), TEXT, number("b", 0)));
    }

    @Test
    void theLikelihoodsOfWordsAndNumbersAreMultipliedAndSharesCountOnce() {
        final var encoder = RowEncoder.fit(rows(1), Progress.NONE);
        final var rows = encoder.encode(rows(1), Progress.NONE);
        final var others = encoder.dimensionsBesideTexts();
        assertThat(others).hasSize(2).startsWith(0);
        final var codes = TOPICS.topics().clone();
        // the second class is thrice the first
        Arrays.setAll(codes, i -> i < 90 ? Math.min(1, codes[i]) : Labels.UNLABELED);
        final var targets = TrainingLabels.of(new Labels(codes, List.of("a", "b", "never")));
        final var mixed = MixedNaiveBayes.train(rows, targets, others, Progress.NONE);
        final var words = MultinomialNaiveBayes.train(rows, targets, MultinomialNaiveBayes.SMOOTHING, Progress.NONE)
            .predict(rows, Workers.CALLER, Progress.NONE);
        final var numbers = GaussianNaiveBayes
            .train(rows.dimensions(others), targets, GaussianNaiveBayes.Smoothing.FEW_LABELS,
                Progress.NONE)
            .predict(rows.dimensions(others), Workers.CALLER, Progress.NONE);
        final var said = mixed.predict(rows, Workers.CALLER, Progress.NONE);
        final var counts = targets.sums();
        for (var i = 0; i < rows.rows(); i++) {
            final var odds = words.values()[3 * i] / words.values()[3 * i + 1] * numbers.values()[3 * i]
                / numbers.values()[3 * i + 1] * counts[1]
                / counts[0];
            assertThat(said.values()[3 * i]).isCloseTo(odds / (1 + odds), within(1e-6));
            assertThat(said.values()[3 * i + 2]).isZero();
        }
        assertThat(Classifiers.restore(mixed.state()).predict(rows, Workers.CALLER, Progress.NONE)).isEqualTo(said);
        final var forged = new State().put("kind", MixedNaiveBayes.KIND).put("others", others)
            .put("words", mixed.state().state("words")).put("numbers", GaussianNaiveBayes.train(rows.dimensions(others),
                TrainingLabels.of(new Labels(codes, List.of("a", "b"))), GaussianNaiveBayes.Smoothing.FEW_LABELS,
                Progress.NONE)
                .state());
        assertThatThrownBy(() -> Classifiers.restore(forged))
            .hasMessageContaining("damaged: its words and numbers differ");
    }

    private static RoundLearner.Fitted fit(final Rows rows, final int perTopic) {
        return RoundLearner.selfTraining(SelfTraining.Settings.DEFAULT).fit(rows, TOPICS.labels(perTopic),
            Optional.empty(),
            Workers.CALLER, Progress.NONE);
    }

    @Test
    void noiseColumnsDoNotHurtATextColumn() {
        final var alone = fit(new Rows(TEXT.size(), List.of(TEXT)), 4).learned();
        final var beside = fit(rows(0), 4).learned();
        assertThat(beside.learner()).isEqualTo("Naive Bayes on words and other columns with EM");
        assertThat(beside.baselineLearner()).isEqualTo("Logistic regression");
        assertThat(beside.verdict().reason()).isEqualTo(Reason.EXPECTED);
        assertThat(TOPICS.accuracy(beside.probabilities().values(), TOPICS.labels(4)))
            .isGreaterThan(TOPICS.accuracy(alone.probabilities().values(), TOPICS.labels(4)) - 0.03)
            .isGreaterThan(TOPICS.accuracy(beside.baseline().values(), TOPICS.labels(4)) + 0.2);
    }

    @Test
    void informativeNumbersAreUsed() {
        final var noise = new TextColumn("text", IntStream.range(0, TEXT.size())
            .mapToObj(i -> TOPICS.texts()[(i * 7 + 3 * (i % 5)) % TEXT.size()]).toArray(String[]::new));
        final var rows = new Rows(TEXT.size(), List.of(number("a", 4), noise, number("b", 4)));
        final var learned = fit(rows, 4).learned();
        assertThat(TOPICS.accuracy(learned.probabilities().values(), TOPICS.labels(4)))
            .isGreaterThan(TOPICS.accuracy(learned.baseline().values(), TOPICS.labels(4)) - 0.01);
    }

    @Test
    void withManyLabelsItMustProveBetterOrTheOtherLearnersAreTried() {
        final var fitted = fit(rows(0), 25);
        assertThat(fitted.learned().verdict().reason()).isIn(Reason.BETTER, Reason.NOT_BETTER);
        assertThat(TOPICS.accuracy(fitted.learned().probabilities().values(), TOPICS.labels(25)))
            .isGreaterThanOrEqualTo(TOPICS.accuracy(fitted.learned().baseline().values(), TOPICS.labels(25)));
        assertThat(fitted.figures().automatic()).isTrue();
    }
}

package org.fewlabel.learn.rounds.self;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.features.RowEncoder;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Learned;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.learn.text.TopicTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordEmTest {

    private static final TopicTexts TOPICS = TopicTexts.of(300, 30, 1);

    private static final DenseRows ROWS = encoded(TOPICS);

    private static DenseRows encoded(final TopicTexts topics) {
        return RowEncoder.fit(topics.rows(), Progress.NONE).encode(topics.rows(), Progress.NONE);
    }

    private static Learned learned(final DenseRows rows, final TopicTexts topics, final int perTopic,
        final Workers workers) {
        return new WordEm(Contest.Settings.DEFAULT).fit(rows, topics.labels(perTopic), topics.topics(), workers,
            Progress.NONE);
    }

    /** What Nigam et al. found on newsgroups: with 4 labels per topic the words without a label decide. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void emPredicts80PercentOfFourTopicsWhereLogisticRegressionPredictsHalf(final long seed) {
        final var topics = TopicTexts.of(300, 30, seed);
        final var learned = learned(encoded(topics), topics, 4, Workers.CALLER);
        assertThat(topics.accuracy(learned.probabilities().values(), topics.labels(4))).isGreaterThan(0.8);
        assertThat(topics.accuracy(learned.baseline().values(), topics.labels(4))).isBetween(0.3, 0.5);
        assertThat(learned.baselineLearner()).isEqualTo("Logistic regression on words");
        assertThat(learned.verdict().reason()).isEqualTo(Reason.EXPECTED);
        assertThat(learned.verdict().rows()).isEqualTo(16);
    }

    @Test
    void withOneLabelPerTopicItIsUsedWithoutValidation() {
        final var learned = learned(ROWS, TOPICS, 1, Workers.CALLER);
        assertThat(learned.verdict().reason()).isEqualTo(Reason.EXPECTED);
        assertThat(learned.best()).isEqualTo(6);
        assertThat(TOPICS.accuracy(learned.probabilities().values(), TOPICS.labels(1)))
            .isGreaterThan(TOPICS.accuracy(learned.baseline().values(), TOPICS.labels(1)));
    }

    @Test
    void withMoreLabelsItIsTrustedAndFollowed() {
        final var learned = learned(ROWS, TOPICS, 12, Workers.CALLER);
        assertThat(learned.verdict().reason()).isEqualTo(Reason.EXPECTED);
        assertThat(learned.learner()).isEqualTo("Naive Bayes on words with EM");
        assertThat(TOPICS.accuracy(learned.probabilities().values(), TOPICS.labels(12))).isGreaterThan(0.9);
        assertThat(learned.rounds().get(0).precision()).isLessThan(0.9); // at the start
        assertThat(learned.rounds().get(1).precision()).isGreaterThan(0.9);
    }

    @Test
    void withManyLabelsItMustProveBetter() {
        final var learned = learned(ROWS, TOPICS, 25, Workers.CALLER);
        assertThat(learned.verdict().reason()).isEqualTo(Reason.BETTER);
        assertThat(TOPICS.accuracy(learned.probabilities().values(), TOPICS.labels(25)))
            .isGreaterThan(TOPICS.accuracy(learned.baseline().values(), TOPICS.labels(25)));
    }

    /** Each text has a dominant topic, and one of its words determines the class, which is independent of it. */
    @Test
    void whereTopicsAreNotTheClassesTheLabeledTextsDecide() {
        final var topics = TopicTexts.of(150, 30, 4);
        final var random = new Random(2);
        final var classes = random.ints(600, 0, 4).toArray();
        final var mixed = new TopicTexts(IntStream.range(0, 600)
            .mapToObj(i -> topics.texts()[i] + " cue" + (char)('a' + classes[i]) + random.nextInt(3))
            .toArray(String[]::new),
            classes);
        final var labels = labels(mixed, 10);
        final var learned = new WordEm(Contest.Settings.DEFAULT).fit(encoded(mixed), labels, null, Workers.CALLER,
            Progress.NONE);
        assertThat(learned.verdict().reason()).as("%s", learned.verdict()).isEqualTo(Reason.MISLED);
        assertThat(learned.best()).isZero();
        assertThat(learned.probabilities().values()).hasSameSizeAs(learned.baseline().values());
        final var believed = new WordEm(Contest.Settings.DEFAULT.with(false)).fit(encoded(mixed), labels, null,
            Workers.CALLER, Progress.NONE);
        assertThat(believed.verdict().reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(mixed.accuracy(learned.probabilities().values(), labels))
            .isGreaterThanOrEqualTo(mixed.accuracy(believed.probabilities().values(), labels));
    }

    private static Labels labels(final TopicTexts texts, final int perClass) {
        final var codes = new int[texts.topics().length];
        final var left = new int[]{perClass, perClass, perClass, perClass};
        Arrays.setAll(codes, i -> left[texts.topics()[i]]-- > 0 ? texts.topics()[i] : Labels.UNLABELED);
        return new Labels(codes, TopicTexts.NAMES);
    }

    @Test
    void everyTimeTheSameOnAnyNumberOfThreads() {
        assertThat(learned(ROWS, TOPICS, 4, Workers.own(3)).probabilities())
            .isEqualTo(learned(ROWS, TOPICS, 4, Workers.CALLER).probabilities());
    }

    @Test
    void withEveryRowLabeledThereIsNothingToLearn() {
        assertThat(
            learned(encoded(TopicTexts.of(5, 30, 1)), TopicTexts.of(5, 30, 1), 5, Workers.CALLER).verdict().reason())
            .isEqualTo(Reason.NOTHING_TO_LEARN);
    }

    @Test
    void aCancelIsHeard() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> learned(ROWS, TOPICS, 4, Workers.CALLER))
                .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}

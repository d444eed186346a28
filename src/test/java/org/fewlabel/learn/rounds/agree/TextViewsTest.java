package org.fewlabel.learn.rounds.agree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.fewlabel.device.Progress;
import org.fewlabel.device.Workers;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.model.Classifiers;
import org.fewlabel.learn.model.FewLabelClassifier;
import org.fewlabel.learn.rounds.RoundLearner;
import org.fewlabel.learn.rounds.contest.Contest;
import org.fewlabel.learn.rounds.contest.Verdict.Reason;
import org.fewlabel.learn.supervised.ViewsClassifier;
import org.fewlabel.learn.supervised.base.MultinomialNaiveBayes;
import org.fewlabel.learn.text.TopicTexts;
import org.junit.jupiter.api.Test;

/** Texts as views: a title and a body, and a text beside numbers. */
class TextViewsTest {

    private static final Contest.Settings BELIEVED = Contest.Settings.DEFAULT.with(false);

    private static final TopicTexts BODIES = TopicTexts.of(150, 30, 11);

    private static final TopicTexts TITLES = TopicTexts.of(150, 12, 12);

    private static Rows rows() {
        return new Rows(BODIES.texts().length,
            List.of(new TextColumn("title", TITLES.texts()), new TextColumn("body", BODIES.texts())));
    }

    private static RoundLearner.Fitted fit(final Rows rows, final Labels labels, final Contest.Settings settings,
        final String first, final String second) {
        return RoundLearner.coTraining(Optional.empty(), CoTraining.RULE, settings, 1, List.of(first), List.of(second))
            .fit(rows, labels, Optional.empty(), Workers.CALLER, Progress.NONE);
    }

    @Test
    void eachViewCountsItsOwnWords() {
        final var fitted = fit(rows(), BODIES.labels(10), BELIEVED, "body", "title");
        final var state = fitted.learned().classifier().state();
        assertThat(fitted.learned().learner()).isEqualTo("Naive Bayes on words with co-EM");
        for (var part = 0; part < 2; part++) {
            assertThat(model(fitted).state("part " + part).text("kind")).isEqualTo(MultinomialNaiveBayes.KIND);
        }
        final var first = model(fitted).integers("first words", -1, 0, Integer.MAX_VALUE);
        final var second = model(fitted).integers("second words", -1, 0, Integer.MAX_VALUE);
        assertThat(Arrays.stream(first).min().orElseThrow()).isEqualTo(second.length); // the body comes second
        assertThat(second).startsWith(0, 1, 2);
        assertThat(Classifiers.restore(state).words()).isEqualTo(first.length + second.length);
    }

    /** Calibration may lie above the classifier of the views. */
    private static org.fewlabel.learn.data.State model(final RoundLearner.Fitted fitted) {
        var state = fitted.learned().classifier().state();
        while (!state.text("kind").equals(ViewsClassifier.KIND)) {
            state = state.entries().containsKey("part 0") ? state.state("part 0") : state.state("model");
        }
        return state;
    }

    @Test
    void twoViewsAreMoreAccurateThanEither() {
        final var labels = BODIES.labels(10);
        final var both = fit(rows(), labels, BELIEVED, "title", "body").learned();
        final var accuracy = BODIES.accuracy(both.probabilities().values(), labels);
        assertThat(accuracy).isGreaterThan(BODIES.accuracy(both.baseline().values(), labels));
        for (final var column : rows().columns()) {
            final var halves = new Rows(rows().size(),
                List.of(half((TextColumn)column, 0), half((TextColumn)column, 1)));
            final var one = fit(halves, labels, BELIEVED, "half 0", "half 1").learned();
            assertThat(accuracy).as("over %s", column.name())
                .isGreaterThan(BODIES.accuracy(one.probabilities().values(), labels));
        }
    }

    /** Every other word of a text. */
    private static TextColumn half(final TextColumn column, final int odd) {
        return new TextColumn("half " + odd, Arrays.stream(column.texts()).map(text -> {
            final var words = text.split(" ");
            final var half = new StringBuilder();
            for (var i = odd; i < words.length; i += 2) {
                half.append(words[i]).append(' ');
            }
            return half.toString();
        }).toArray(String[]::new));
    }

    @Test
    void aTextBesideNumbersIsAViewOfWords() {
        final var random = new Random(3);
        final var number = new NumberColumn("x",
            Arrays.stream(BODIES.topics()).mapToDouble(topic -> topic + 0.3 * random.nextGaussian()).toArray());
        final var rows = new Rows(rows().size(), List.of(number, new TextColumn("body", BODIES.texts())));
        final var fitted = fit(rows, BODIES.labels(10), BELIEVED, "x", "body");
        assertThat(model(fitted).state("part 1").text("kind")).isEqualTo(MultinomialNaiveBayes.KIND);
        assertThat(model(fitted).state("part 0").text("kind")).doesNotContain("words");
        final var restored = FewLabelClassifier.restore(fitted.classifier().state());
        assertThat(restored.predict(rows, Workers.CALLER, Progress.NONE))
            .isEqualTo(fitted.classifier().predict(rows, Workers.CALLER, Progress.NONE));
    }

    @Test
    void withFewLabelsTwoTextsAreTrusted() {
        final var labels = BODIES.labels(2);
        final var learned = fit(rows(), labels, Contest.Settings.DEFAULT, "title", "body").learned();
        assertThat(learned.verdict().reason()).isEqualTo(Reason.EXPECTED);
        assertThat(BODIES.accuracy(learned.probabilities().values(), labels))
            .isGreaterThan(BODIES.accuracy(learned.baseline().values(), labels) + 0.1);
    }
}

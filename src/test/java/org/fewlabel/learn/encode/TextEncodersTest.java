package org.fewlabel.learn.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.Labels;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Rows;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.net.Engine;
import org.fewlabel.learn.net.Objective;
import org.fewlabel.learn.net.TrainingSettings;
import org.fewlabel.learn.pretext.PretextTask;
import org.fewlabel.learn.text.TopicTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Encoders of token sequences of texts. */
class TextEncodersTest {

    private static final Engine ENGINE = Engines.open(Progress.NONE);

    private static final TopicTexts TOPICS = TopicTexts.of(60, 12, 3);

    private static final PretextTask TASK = PretextTask.of(PretextTask.Kind.WORDS, List.of("text"), 1);

    enum Kind {
        MASKED {
            @Override
            FittedEncoder fit(final Rows rows, final EncoderSettings settings, final Progress progress) {
                return new MaskedEncoder(TASK, MaskedEncoder.RECONSTRUCT, settings).fit(rows, ENGINE, progress);
            }
        },
        CONTRASTIVE {
            @Override
            FittedEncoder fit(final Rows rows, final EncoderSettings settings, final Progress progress) {
                return new ContrastiveEncoder(TASK, new Objective.NtXent(0.2), settings).fit(rows, ENGINE, progress);
            }
        };

        abstract FittedEncoder fit(Rows rows, EncoderSettings settings, Progress progress);

        FittedEncoder fit(final Rows rows, final int epochs) {
            return fit(rows, settings(epochs), Progress.NONE);
        }
    }

    private static EncoderSettings settings(final int epochs) {
        return new EncoderSettings(new Architecture(List.of(16)), InputEncoder.Scaling.ROBUST,
            TrainingSettings.defaults(1).withEpochs(epochs).withLearningRate(3e-3, 1));
    }

    private static Rows rows(final String... texts) {
        return new Rows(texts.length, List.<Column>of(new TextColumn("text", texts)));
    }

    /** Sentences in which words predict each other. */
    private static String[] sentences() {
        final var subjects = List.of("the old cat", "my young dog", "every bird");
        final var verbs = List.of("sleeps", "barks", "sings");
        final var locations = List.of("on the sofa", "at the gate", "in a tree", "near us");
        final var sentences = new String[240];
        Arrays.setAll(sentences, i -> subjects.get(i % 3) + " " + verbs.get(i % 3) + " " + locations.get(i % 4));
        return sentences;
    }

    @ParameterizedTest
    @EnumSource
    void theLossFallsAndTheSameSeedGivesTheSame(final Kind kind) {
        final var rows = rows(sentences());
        final var fitted = kind.fit(rows, 30);
        final var history = fitted.training().history();
        assertThat(history.get(29).heldOutLoss()).isLessThan(0.84 * history.get(0).heldOutLoss());
        assertThat(fitted.encoder().dimensions()).isEqualTo(16);
        assertThat(fitted.encoder().reconstructs()).isFalse();
        assertThat(fitted.lengths()).singleElement().satisfies(lengths -> {
            assertThat(lengths.texts()).isEqualTo(240);
            assertThat(lengths.longer()).isZero();
            assertThat(lengths.length()).isPositive();
            assertThat(lengths.pieces()).isPositive();
        });
        assertThat(kind.fit(rows, 30).encoder().values()).isEqualTo(fitted.encoder().values());
    }

    @ParameterizedTest
    @EnumSource
    void restoredEncodersGiveTheSameEmbeddingsRowByRow(final Kind kind) {
        final var encoder = kind.fit(rows(TOPICS.texts()), 1).encoder();
        final var some = rows(TOPICS.texts()[0], null, "word of nowhere", TOPICS.texts()[1], "");
        final var embedded = encoder.embed(some, ENGINE, Progress.NONE);
        assertThat(TableEncoder.restore(encoder.state()).embed(some, ENGINE, Progress.NONE).values())
            .isEqualTo(embedded.values());
        assertThat(encoder.embed(some.select(new int[]{3}), ENGINE, Progress.NONE).values())
            .isEqualTo(Arrays.copyOfRange(embedded.values(), 3 * 16, 4 * 16));
        assertThat(Arrays.copyOfRange(embedded.values(), 16, 32)).as("of no text").containsOnly(0);
    }

    /** The order of words has an effect, unlike in a bag of words, and the padding after the end has none. */
    @Test
    void theOrderOfWordsCounts() {
        final var encoder = Kind.MASKED.fit(rows(TOPICS.texts()), 4).encoder();
        final var words = TOPICS.texts()[0].split(" ");
        final var turned = String.join(" ", Arrays.copyOfRange(words, 6, 12)) + " "
            + String.join(" ", Arrays.copyOfRange(words, 0, 6));
        final var embedded = encoder.embed(rows(TOPICS.texts()[0], turned), ENGINE, Progress.NONE).values();
        assertThat(Arrays.copyOfRange(embedded, 0, 16)).isNotEqualTo(Arrays.copyOfRange(embedded, 16, 32));
        assertThat(Arrays.copyOfRange(embedded, 0, 16)).doesNotContain(Float.NaN);
    }

    @ParameterizedTest
    @EnumSource
    void oddTextsAreEncoded(final Kind kind) {
        final var odd = Stream.of("", "   ", "yes", "\ud83d\ude00\ud83d\ude02",
            "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
            "<p>bold <b>move</b> of mine</p>", "a sentence ".repeat(90_000), "x".repeat(1 << 20), null);
        final var rows = rows(Stream.concat(odd, Arrays.stream(TOPICS.texts())).toArray(String[]::new));
        final var fitted = kind.fit(rows, 2);
        assertThat(fitted.training().diverged()).isFalse();
        assertThat(fitted.lengths()).singleElement()
            .satisfies(lengths -> assertThat(lengths.longer()).isBetween(1, 9));
        for (final var value : fitted.encoder().embed(rows, ENGINE, Progress.NONE).values()) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void encodersCanBeTrainedOnOneWordTexts() {
        final var texts = new String[40];
        Arrays.setAll(texts, i -> i % 2 == 0 ? "yes" : "no");
        for (final var kind : Kind.values()) {
            assertThat(kind.fit(rows(texts), 1).encoder().embed(rows("yes", "no"), ENGINE, Progress.NONE).values())
                .doesNotContain(Float.NaN);
        }
    }

    @Test
    void otherTablesAreRefusedWithAMessage() {
        final var texts = new TextColumn("text", new String[]{"one two", "three four"});
        final var task = PretextTask.of(PretextTask.Kind.WORDS, List.of("text", "x"), 1);
        final var both = new Rows(2, List.<Column>of(texts, new NumberColumn("x", new double[]{1, 2})));
        assertThatThrownBy(() -> new MaskedEncoder(task, 2, settings(1)).fit(both, ENGINE, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("Choose only that column, or another task.");
        assertThatThrownBy(() -> Kind.MASKED.fit(rows("", null, "..."), 1))
            .hasMessage("No text of the column \"text\" has a word, so there is nothing to learn from.");
        assertThatThrownBy(() -> Kind.MASKED.fit(rows("alone"), 1)).hasMessageContaining("too few rows");
    }

    @Test
    void anEncoderOfTextsCanBeFineTuned() {
        final var rows = rows(TOPICS.texts());
        final var encoder = Kind.MASKED.fit(rows, 2).encoder();
        final var codes = TOPICS.topics().clone();
        Arrays.fill(codes, 80, codes.length, -1);
        final var labels = new Labels(codes, TopicTexts.NAMES);
        final var classifier = FineTuning.defaults(1).withSteps(40).fit(encoder, rows, labels, null, ENGINE,
            Progress.NONE);
        final var restored = NetworkClassifier.restore(classifier.state());
        final var probabilities = restored.predict(rows, ENGINE, Progress.NONE);
        assertThat(probabilities).isEqualTo(classifier.predict(rows, ENGINE, Progress.NONE));
        var right = 0;
        for (var row = 0; row < 80; row++) {
            final var own = Arrays.copyOfRange(probabilities.values(), 4 * row, 4 * row + 4);
            right += own[codes[row]] == Arrays.stream(own).max().orElseThrow() ? 1 : 0;
        }
        assertThat(right).as("of the 80 that it was shown").isGreaterThan(60);
    }
}

package org.fewlabel.learn.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.fewlabel.learn.features.Vectors.rows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.Column;
import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.data.NumberColumn;
import org.fewlabel.learn.data.Similarity;
import org.fewlabel.learn.data.State;
import org.fewlabel.learn.data.TextColumn;
import org.fewlabel.learn.inputs.InputEncoder;
import org.fewlabel.learn.text.Gram;
import org.fewlabel.learn.text.TopicTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TextEncoderTest {

    private static final TopicTexts TOPICS = TopicTexts.of(60, 30, 5);

    private static final TextColumn COLUMN = new TextColumn("t", TOPICS.texts());

    /** Unusual texts of every sort, each twice so that its words are used. */
    static TextColumn odd() {
        final var odd = List.of("A quite ordinary sentence about nothing in particular.", "", "   ", "word",
            "\ud83d\ude00\ud83d\ude02",
            "\u0634\u0643\u0631\u0627 \u062c\u0632\u064a\u0644\u0627 \u0644\u0643",
            "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
            "<p>An <b>ordinary</b> sentence in HTML</p>", "a sentence ".repeat(90_000), "x".repeat(1 << 20), "...",
            "1 2 3 4711");
        final var texts = IntStream.range(0, 2 * odd.size() + 1).mapToObj(i -> i == 0 ? null : odd.get((i - 1) / 2))
            .toArray(String[]::new);
        return new TextColumn("odd", texts);
    }

    private static DenseRows encoded(final Similarity similarity, final Column... columns) {
        return RowEncoder.fit(rows(columns), similarity, Progress.NONE).encode(rows(columns), Progress.NONE);
    }

    private static double squaredDistance(final DenseRows rows, final int a, final int b) {
        return IntStream.range(0, rows.columns())
            .mapToDouble(
                d -> Math.pow(rows.values()[a * rows.columns() + d] - rows.values()[b * rows.columns() + d], 2))
            .sum();
    }

    /** They have fewer directions than requested; Commons Math's eigenvalues of such products may not converge. */
    @Test
    void manyTextsOfFewWordsAreEncoded() {
        final var words = List.of("apple", "pear", "car", "wheel", "engine", "juice", "tree", "road");
        for (var seed = 0; seed < 10; seed++) {
            final var random = new SplittableRandom(seed);
            final var texts = IntStream.range(0, 400).mapToObj(i -> IntStream.range(0, 8)
                .mapToObj(w -> words.get((i % 2 == 0 ? 0 : 2) + random.nextInt(i % 2 == 0 ? 5 : 6)))
                .collect(Collectors.joining(" "))).toArray(String[]::new);
            texts[399] = texts[0];
            final var rows = encoded(Similarity.EUCLIDEAN, new TextColumn("t", texts));
            assertThat(rows.rows()).isEqualTo(400);
            for (final var value : rows.values()) {
                assertThat(value).isFinite();
            }
            assertThat(squaredDistance(rows, 0, 399)).isCloseTo(0, within(1e-6));
            assertThat(squaredDistance(rows, 0, 1)).isGreaterThan(0.01);
        }
    }

    @Test
    void textsOfATopicAreNearerThanOthers() {
        final var rows = encoded(Similarity.COSINE, COLUMN);
        var same = 0.0;
        var other = 0.0;
        for (var i = 0; i < rows.rows(); i++) {
            for (var j = 0; j < i; j++) {
                if (TOPICS.topics()[i] == TOPICS.topics()[j]) {
                    same += squaredDistance(rows, i, j);
                } else {
                    other += squaredDistance(rows, i, j) / 3; // three others per row of the same topic
                }
            }
        }
        assertThat(same).isLessThan(0.98 * other);
    }

    @Test
    void aTextHasTheWeightOfTenColumns() {
        final var rows = encoded(Similarity.EUCLIDEAN, COLUMN);
        assertThat(rows.columns()).isEqualTo(TextVectors.MAX_DIRECTIONS);
        var sum = 0.0;
        for (var i = 0; i < rows.rows(); i++) {
            for (var j = 0; j < rows.rows(); j++) {
                sum += squaredDistance(rows, i, j);
            }
        }
        assertThat(sum / rows.rows() / rows.rows()).isCloseTo(20, within(0.01));
    }

    @ParameterizedTest
    @EnumSource(value = Similarity.class, mode = Mode.EXCLUDE, names = "TANIMOTO")
    void oddTextsAreEncodedWhateverTheyAre(final Similarity similarity) {
        final var odd = odd();
        final var encoder = RowEncoder.fit(rows(odd), similarity, Progress.NONE);
        final var rows = encoder.encode(rows(odd), Progress.NONE);
        assertThat(Float.isNaN(rows.values()[0])).as("a missing text").isTrue();
        for (var i = rows.columns(); i < rows.values().length; i++) {
            assertThat(rows.values()[i]).as("of text %d", i / rows.columns()).isFinite();
        }
        for (var i = 1; i < rows.rows(); i += 2) {
            assertThat(squaredDistance(rows, i, i + 1)).as("of equal texts %d", i).isZero();
        }
        assertThat(rows.words().columns()).isEqualTo(encoder.words()).isGreaterThan(10);
        final var strange = new TextColumn("odd", new String[]{"never-met vocabulary", null});
        for (var i = 0; i < rows.columns(); i++) {
            assertThat(encoder.encode(rows(strange), Progress.NONE).values()[i]).isFinite();
        }
    }

    @Test
    void aRestoredEncoderEncodesTheSame() {
        final var columns = rows(COLUMN,
            new NumberColumn("x", IntStream.range(0, COLUMN.size()).asDoubleStream().toArray()));
        final var encoder = RowEncoder.fit(columns, Progress.NONE);
        final var restored = RowEncoder.restore(encoder.state());
        assertThat(restored.encode(columns, Progress.NONE).values())
            .isEqualTo(encoder.encode(columns, Progress.NONE).values());
        assertThat(restored.encode(columns, Progress.NONE).words())
            .isEqualTo(encoder.encode(columns, Progress.NONE).words());
        assertThat(encoder.ofTexts()).isFalse();
        assertThat(RowEncoder.fit(rows(COLUMN), Progress.NONE).ofTexts()).isTrue();
        final var again = RowEncoder.fit(columns, Progress.NONE);
        assertThat(again.encode(columns, Progress.NONE).values())
            .isEqualTo(encoder.encode(columns, Progress.NONE).values());
    }

    @Test
    void hashedTextsAreEncodedAlmostAsOthersAndTheModelContainsNoWord() {
        final var hashed = new TextColumn("t", TOPICS.texts(), true);
        final var encoder = RowEncoder.fit(rows(hashed), Progress.NONE);
        final var rows = encoder.encode(rows(hashed), Progress.NONE);
        final var restored = RowEncoder.restore(encoder.state());
        assertThat(restored.encode(rows(COLUMN), Progress.NONE).values()).isEqualTo(rows.values());
        assertThat(restored.encode(rows(COLUMN), Progress.NONE).words()).isEqualTo(rows.words());
        assertThat(encoder.words()).isEqualTo(1 << 16).isEqualTo(rows.words().columns());
        assertThat(encoder.hashedWords())
            .containsExactly(new HashedWords("t", List.of(Gram.values()), 262_144, false));
        assertThat(RowEncoder.fit(rows(COLUMN), Progress.NONE).hashedWords()).isEmpty();
        assertThat(encoder.state().state("column 0").state("texts").entries().keySet()).contains("places WORD")
            .noneMatch(name -> name.startsWith("terms"));
        final var kept = encoded(Similarity.COSINE, COLUMN);
        final var cosine = encoded(Similarity.COSINE, hashed);
        // rare words are used, too
        assertThat(squaredDistance(cosine, 0, 4) / squaredDistance(kept, 0, 4)).isBetween(0.7, 1.3);
    }

    @Test
    void anInvalidNumberOfColumnsIsRefused() {
        final var encoder = RowEncoder.fit(rows(new TextColumn("t", TOPICS.texts(), true)), Progress.NONE);
        final var texts = encoder.state().state("column 0").state("texts");
        final var damaged = new State();
        texts.entries()
            .forEach((name, value) -> damaged.put(name, name.equals("places PAIR") ? Integer.valueOf(12) : value));
        assertThatThrownBy(() -> TextVectors.restore(damaged))
            .hasMessage("The stored model is damaged: Terms cannot be hashed to 12 columns.");
    }

    @Test
    void twoTextsAreTwoSetsOfWords() {
        final var other = new TextColumn("u",
            Arrays.stream(COLUMN.texts()).map(t -> "other " + t).toArray(String[]::new));
        final var rows = encoded(Similarity.EUCLIDEAN, COLUMN, other);
        final var first = encoded(Similarity.EUCLIDEAN, COLUMN).words();
        assertThat(rows.words().columns()).isEqualTo(2 * first.columns() + 1);
        assertThat(rows.select(new int[]{4, 2}).words()).isEqualTo(rows.words().select(new int[]{4, 2}));
    }

    @Test
    void columnsWithoutDifferentTextsAreDropped() {
        final var nothing = rows(new TextColumn("same", new String[]{"one text", "one text", "one text"}),
            new TextColumn("empty", new String[]{"", "", ""}), new TextColumn("none", new String[3]));
        assertThat(RowEncoder.fit(nothing, Progress.NONE).dropped()).containsExactly("same", "empty", "none");
        assertThat(InputEncoder.fit(nothing, InputEncoder.Scaling.ROBUST, Progress.NONE).dropped())
            .containsExactly("same", "empty", "none");
    }

    @Test
    void theSimilarityFollowsTheKinds() {
        final var number = new NumberColumn("x", new double[COLUMN.size()]);
        assertThat(Similarity.automatic(List.of(COLUMN))).isEqualTo(Similarity.COSINE);
        assertThat(Similarity.automatic(List.of(COLUMN, number))).isEqualTo(Similarity.EUCLIDEAN);
        assertThatThrownBy(() -> encoded(Similarity.TANIMOTO, COLUMN))
            .hasMessageContaining("\"t\" cannot be compared by Tanimoto");
    }

    @Test
    void anotherKindOfColumnIsReported() {
        final var encoder = RowEncoder.fit(rows(COLUMN), Progress.NONE);
        assertThatThrownBy(() -> encoder.encode(rows(new NumberColumn("t", new double[3])), Progress.NONE))
            .hasMessage("Column \"t\" must hold texts.");
    }

    @Test
    void networksSeeEveryDirection() {
        final var texts = COLUMN.texts().clone();
        texts[3] = null;
        final var columns = rows(new TextColumn("t", texts));
        final var encoder = InputEncoder.fit(columns, InputEncoder.Scaling.STANDARD, Progress.NONE);
        assertThat(encoder.width()).isEqualTo(TextVectors.MAX_DIRECTIONS + 1);
        final var input = encoder.encode(columns, Progress.NONE);
        final var last = encoder.columns().get(encoder.columns().size() - 1);
        assertThat(last.name()).isEqualTo("t (missing)");
        assertThat(input.values()[3 * encoder.width() + last.first()]).isEqualTo(1);
        assertThat(InputEncoder.restore(encoder.state()).encode(columns, Progress.NONE).values())
            .isEqualTo(input.values());
        assertThat(InputEncoder.fit(rows(COLUMN), InputEncoder.Scaling.STANDARD, Progress.NONE).unseenCells(columns))
            .containsEntry("t", 1);
    }

    @Test
    void canBeCanceled() {
        final var encoder = RowEncoder.fit(rows(COLUMN), Progress.NONE);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> RowEncoder.fit(rows(COLUMN), Progress.NONE))
                .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> encoder.encode(rows(COLUMN), Progress.NONE))
                .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}

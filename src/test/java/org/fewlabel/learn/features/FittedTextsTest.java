package org.fewlabel.learn.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.fewlabel.device.Progress;
import org.fewlabel.learn.data.TextColumn;
import org.junit.jupiter.api.Test;

/** The vectors of the same array of texts are computed once, those of others anew. */
class FittedTextsTest {

    private static String[] texts(final String last) {
        return new String[]{"the cat sat on the mat", "a dog ran to the cat", "the dog and the mat", "rain on the mat",
            last};
    }

    @Test
    void theSameTextsAreEncodedOnce() {
        final var texts = texts("sun on a cat");
        final var first = TextVectors.fit(new TextColumn("t", texts), Progress.NONE);
        final var second = TextVectors.fit(new TextColumn("t", texts), Progress.NONE);
        assertThat(second).isSameAs(first);
        assertThat(first.texts().encode(new TextColumn("t", texts), Progress.NONE)).isSameAs(first.encoded());
    }

    @Test
    void hashedTextsAreEncodedAnew() {
        final var texts = texts("sun on a cat");
        final var first = TextVectors.fit(new TextColumn("t", texts), Progress.NONE);
        final var hashed = TextVectors.fit(new TextColumn("t", texts, true), Progress.NONE);
        assertThat(hashed.texts().words()).isGreaterThan(first.texts().words());
        assertThat(TextVectors.fit(new TextColumn("t", texts, true), Progress.NONE)).isSameAs(hashed);
        assertThat(TextVectors.fit(new TextColumn("t", texts), Progress.NONE).texts().words())
            .isEqualTo(first.texts().words());
    }

    @Test
    void equalTextsInAnotherArrayGiveEqualNumbers() {
        final var first = TextVectors.fit(new TextColumn("t", texts("sun on a cat")), Progress.NONE);
        final var second = TextVectors.fit(new TextColumn("t", texts("sun on a cat")), Progress.NONE);
        assertThat(second).isNotSameAs(first);
        assertThat(second.vectors().values()).isEqualTo(first.vectors().values());
        final var again = second.texts().encode(new TextColumn("t", texts("sun on a cat")), Progress.NONE);
        assertThat(again.vectors().values()).isEqualTo(second.vectors().values());
    }

    @Test
    void otherTextsAreEncodedByTheFittedWords() {
        final var texts = texts("sun on a cat");
        final var first = TextVectors.fit(new TextColumn("t", texts), Progress.NONE);
        final var other = texts("a bird on the cat");
        final var second = TextVectors.fit(new TextColumn("t", other), Progress.NONE);
        assertThat(first.texts().encode(new TextColumn("t", other), Progress.NONE).vectors().values())
            .isNotEqualTo(second.vectors().values());
    }
}

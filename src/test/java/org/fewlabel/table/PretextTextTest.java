package org.fewlabel.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.fewlabel.learn.pretext.PretextTask.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PretextTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CORRUPT | Contrastive Encoder: identify the row. Masked Encoder: reconstruct the row and detect the changed cells.
        MASK | Masked Encoder: reconstruct the row and detect the changed cells. Contrastive Encoder: identify the row.
        SWAP | Masked Encoder: detect the cells that come from another row. Contrastive Encoder: identify the row.
        TIME_FREQUENCY | Contrastive Encoder: identify the recording. Masked Encoder: reconstruct the masked times and \
        frequencies.
        BLOCKS | Contrastive Encoder: identify the row from different columns. Masked Encoder: reconstruct the hidden \
        cells.
        WORDS | Masked Encoder: predict the masked words. Contrastive Encoder: identify the text.
        IMAGE | Contrastive Encoder: identify the image. Masked Encoder: reconstruct the original image.
        ROTATE | Masked Encoder: predict the rotation. Contrastive Encoder: identify the image.
        JIGSAW | Masked Encoder: predict the permutation of the tiles. Contrastive Encoder: identify the image.
        PATCHES | Masked Encoder: reconstruct the masked patches. Contrastive Encoder: identify the image.
        """)
    void whatATaskAsksFor(final Kind kind, final String target) {
        assertThat(PretextText.target(kind)).isEqualTo(target);
    }

    @Test
    void theAnswerOfAPuzzle() {
        assertThat(PretextText.answer(Kind.ROTATE, 3, 4)).isEqualTo("Answer: 270 degrees.");
        assertThat(PretextText.answer(Kind.JIGSAW, 2, 24)).isEqualTo("Answer: permutation 3 of 24.");
    }

    @Test
    void maskedWords() {
        assertThat(PretextText.masked("cat, dog")).isEqualTo("Masked Encoder: predict cat, dog");
        assertThat(PretextText.view()).isEqualTo("Contrastive Encoder: identify the text.");
    }
}

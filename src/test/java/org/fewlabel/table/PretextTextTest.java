package org.fewlabel.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.fewlabel.learn.pretext.PretextTask.Kind;
import org.junit.jupiter.api.Test;

class PretextTextTest {

    private static final String ROW = "Contrastive Encoder: identify the row.";

    private static final String CHANGED = "Masked Encoder: reconstruct the row and detect the changed cells.";

    private static final String IMAGE = "Contrastive Encoder: identify the image.";

    @Test
    void whatTasksForTablesAskFor() {
        assertThat(PretextText.target(Kind.CORRUPT)).isEqualTo(ROW + " " + CHANGED);
        assertThat(PretextText.target(Kind.MASK)).isEqualTo(CHANGED + " " + ROW);
        assertThat(PretextText.target(Kind.SWAP))
            .isEqualTo("Masked Encoder: detect the cells that come from another row. " + ROW);
        assertThat(PretextText.target(Kind.BLOCKS)).isEqualTo("Contrastive Encoder: identify the row from different "
            + "columns. Masked Encoder: reconstruct the hidden cells.");
    }

    @Test
    void whatTasksForRecordingsAndTextsAskFor() {
        assertThat(PretextText.target(Kind.TIME_FREQUENCY)).isEqualTo("Contrastive Encoder: identify the recording. "
            + "Masked Encoder: reconstruct the masked times and frequencies.");
        assertThat(PretextText.target(Kind.WORDS))
            .isEqualTo("Masked Encoder: predict the masked words. Contrastive Encoder: identify the text.");
    }

    @Test
    void whatTasksForImagesAskFor() {
        assertThat(PretextText.target(Kind.IMAGE))
            .isEqualTo(IMAGE + " Masked Encoder: reconstruct the original image.");
        assertThat(PretextText.target(Kind.ROTATE)).isEqualTo("Masked Encoder: predict the rotation. " + IMAGE);
        assertThat(PretextText.target(Kind.JIGSAW))
            .isEqualTo("Masked Encoder: predict the permutation of the tiles. " + IMAGE);
        assertThat(PretextText.target(Kind.PATCHES))
            .isEqualTo("Masked Encoder: reconstruct the masked patches. " + IMAGE);
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

package org.fewlabel.table;

import org.fewlabel.learn.pretext.PretextTask;

/** What a pretext task asks of encoders, in words. */
public final class PretextText {

    private static final int QUARTER_TURN = 90;

    private PretextText() {
    }

    /** @return what encoders learn to find out about a changed row */
    public static String target(final PretextTask.Kind kind) {
        return switch (kind) {
            case CORRUPT -> "Contrastive Encoder: identify the row. "
                + "Masked Encoder: reconstruct the row and detect the changed cells.";
            case MASK -> "Masked Encoder: reconstruct the row and detect the changed cells. "
                + "Contrastive Encoder: identify the row.";
            case SWAP -> "Masked Encoder: detect the cells that come from another row. "
                + "Contrastive Encoder: identify the row.";
            case BLOCKS -> "Contrastive Encoder: identify the row from different columns. "
                + "Masked Encoder: reconstruct the hidden cells.";
            case TIME_FREQUENCY -> "Contrastive Encoder: identify the recording. "
                + "Masked Encoder: reconstruct the masked times and frequencies.";
            case WORDS -> "Masked Encoder: predict the masked words. Contrastive Encoder: identify the text.";
            case IMAGE -> "Contrastive Encoder: identify the image. Masked Encoder: reconstruct the original image.";
            case ROTATE -> "Masked Encoder: predict the rotation. Contrastive Encoder: identify the image.";
            case JIGSAW -> "Masked Encoder: predict the permutation of the tiles. "
                + "Contrastive Encoder: identify the image.";
            case PATCHES -> "Masked Encoder: reconstruct the masked patches. Contrastive Encoder: identify the image.";
        };
    }

    /**
     * @param answer the right one, from 0
     * @param of how many answers there are
     * @return the right answer of a puzzle
     */
    static String answer(final PretextTask.Kind kind, final int answer, final int of) {
        return kind == PretextTask.Kind.ROTATE ? "Answer: " + QUARTER_TURN * answer + " degrees."
            : "Answer: permutation " + (answer + 1) + " of " + of + ".";
    }

    /** @param words the masked pieces of words of a text, in their order */
    static String masked(final String words) {
        return "Masked Encoder: predict " + words;
    }

    /** @return what is asked of one of two views of a text */
    static String view() {
        return "Contrastive Encoder: identify the text.";
    }
}

package org.fewlabel.learn.encode;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.pretext.WordCorruption;

/** Supplies batches of texts: masked ones with their targets, or two views of each text. */
final class TextSource implements BatchSource {

    private final DenseRows texts;

    private final WordCorruption corruption;

    /** @param texts the codes of the pieces, row by row */
    TextSource(final DenseRows texts, final WordCorruption corruption) {
        this.texts = texts;
        this.corruption = corruption;
    }

    @Override
    public int rows() {
        return texts.rows();
    }

    @Override
    public void fill(final int[] selected, final SplittableRandom random, final Batch batch) {
        final var input = batch.get(Slot.INPUT);
        final var length = texts.columns();
        if (batch.get(Slot.MASKED_POSITIONS) != null) {
            mask(selected, random, batch);
            return;
        }
        for (var view = 0; view < 2; view++) {
            for (var i = 0; i < selected.length; i++) {
                corruption.view(texts.values(), selected[i] * length, length, input,
                    (view * selected.length + i) * length,
                    random);
            }
        }
    }

    private void mask(final int[] selected, final SplittableRandom random, final Batch batch) {
        final var input = batch.get(Slot.INPUT);
        final var positions = batch.get(Slot.MASKED_POSITIONS);
        final var tokens = batch.get(Slot.MASKED_TOKENS);
        final var length = texts.columns();
        final var maxMasked = positions.length / selected.length;
        Arrays.fill(positions, -1);
        for (var i = 0; i < selected.length; i++) {
            System.arraycopy(texts.values(), selected[i] * length, input, i * length, length);
            final var drawn = corruption.mask(input, i * length, length, random);
            for (var k = 0; k < drawn.length; k++) {
                positions[i * maxMasked + k] = drawn[k];
                tokens[i * maxMasked + k] = texts.values()[selected[i] * length + drawn[k]];
            }
        }
    }
}

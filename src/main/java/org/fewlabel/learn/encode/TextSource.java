package org.fewlabel.learn.encode;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.fewlabel.learn.data.DenseRows;
import org.fewlabel.learn.net.Batch;
import org.fewlabel.learn.net.BatchSource;
import org.fewlabel.learn.net.Slot;
import org.fewlabel.learn.pretext.WordCorruption;

/** Batches of texts: masked, with what is asked, or two views of each. */
final class TextSource implements BatchSource {

    private final DenseRows texts;

    private final WordCorruption damage;

    /** @param texts by row the codes of its pieces */
    TextSource(final DenseRows texts, final WordCorruption damage) {
        this.texts = texts;
        this.damage = damage;
    }

    @Override
    public int rows() {
        return texts.rows();
    }

    @Override
    public void fill(final int[] wanted, final SplittableRandom random, final Batch batch) {
        final var input = batch.get(Slot.INPUT);
        final var length = texts.columns();
        if (batch.get(Slot.MASKED_POSITIONS) != null) {
            mask(wanted, random, batch);
            return;
        }
        for (var view = 0; view < 2; view++) {
            for (var i = 0; i < wanted.length; i++) {
                damage.view(texts.values(), wanted[i] * length, length, input, (view * wanted.length + i) * length,
                    random);
            }
        }
    }

    private void mask(final int[] wanted, final SplittableRandom random, final Batch batch) {
        final var input = batch.get(Slot.INPUT);
        final var places = batch.get(Slot.MASKED_POSITIONS);
        final var tokens = batch.get(Slot.MASKED_TOKENS);
        final var length = texts.columns();
        final var most = places.length / wanted.length;
        Arrays.fill(places, -1);
        for (var i = 0; i < wanted.length; i++) {
            System.arraycopy(texts.values(), wanted[i] * length, input, i * length, length);
            final var drawn = damage.mask(input, i * length, length, random);
            for (var k = 0; k < drawn.length; k++) {
                places[i * most + k] = drawn[k];
                tokens[i * most + k] = texts.values()[wanted[i] * length + drawn[k]];
            }
        }
    }
}

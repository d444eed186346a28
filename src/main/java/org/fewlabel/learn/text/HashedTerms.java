package org.fewlabel.learn.text;

import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

import org.apache.lucene.util.StringHelper;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;

/**
 * Terms that are not kept: the place of a term is a part of its hash code (the hashing trick, Weinberger et al.,
 * Feature hashing for large scale multitask learning, 2009), so memory does not grow with the number of different
 * terms, rare ones count too, and what was fitted holds no word of the texts. Where terms meet at a place, another bit
 * of the code gives each a sign, so that on average nothing is added to the product of two texts. What learns from
 * counts gets them without signs.
 *
 * @param gram what the terms are
 * @param places a power of two
 */
public record HashedTerms(Gram gram, int places) implements Terms {

    /** For all kinds of terms together 2^18: a quarter for words, a quarter for pairs, half for the parts of words. */
    private static final int[] PLACES = {1 << 16, 1 << 16, 1 << 17};

    private static final int MOST_PLACES = 1 << 24;

    /** Kinds are told apart by their places; the seed is in stored models for ever. */
    private static final int SEED = 0;

    /** @throws IllegalArgumentException if the number of places is no power of two, or very large */
    public HashedTerms {
        if (places < 2 || places > MOST_PLACES || Integer.bitCount(places) != 1) {
            throw new UserMessageException("Terms cannot be hashed to " + places + " places.");
        }
    }

    /** @return with as many places as usual */
    public static HashedTerms of(final Gram gram) {
        return new HashedTerms(gram, PLACES[gram.ordinal()]);
    }

    @Override
    public SparseRows count(final Texts texts, final Progress progress) {
        return sums(texts, code -> 1, progress);
    }

    /** What the signs make 0 is left out. */
    @Override
    public SparseRows signed(final Texts texts, final Progress progress) {
        return sums(texts, code -> code < 0 ? -1 : 1, progress); // the place is of other bits
    }

    private SparseRows sums(final Texts texts, final IntUnaryOperator valueOf, final Progress progress) {
        final var builder = new SparseBuilder(texts.size(), places);
        texts.each(words -> {
            final var counter = new PlaceCounter();
            gram.of(words, term -> {
                final var code = code(term);
                counter.add(code & places - 1, valueOf.applyAsInt(code));
            });
            counter.write(builder);
        }, progress);
        return builder.build();
    }

    private static int code(final String term) {
        final var bytes = term.getBytes(StandardCharsets.UTF_8);
        return StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, SEED);
    }
}

package org.fewlabel.learn.text;

import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

import org.apache.lucene.util.StringHelper;
import org.fewlabel.device.Progress;
import org.fewlabel.device.UserMessageException;

/**
 * Feature hashing (the hashing trick, Weinberger et al., Feature hashing for large scale multitask learning, 2009): the
 * column of a term is a part of its hash code. So memory does not grow with the number of different terms, rare ones
 * count too, and a fitted model contains no word of the texts. Where terms collide, another bit of the hash code gives
 * each a sign, so that the dot product of two texts is unbiased. Learners that need counts get them without signs.
 *
 * @param gram the kind of the terms
 * @param columns the number of hash buckets, a power of two
 */
public record HashedTerms(Gram gram, int columns) implements Terms {

    /**
     * 2^18 columns for all kinds of terms together: a quarter for words, a quarter for pairs, half for the parts of
     * words.
     */
    private static final int[] COLUMNS = {1 << 16, 1 << 16, 1 << 17};

    private static final int MAX_COLUMNS = 1 << 24;

    /** Kinds of terms have columns of their own, so they share the seed, which is part of stored models forever. */
    private static final int SEED = 0;

    /** @throws IllegalArgumentException if the number of columns is not a power of two, or too large */
    public HashedTerms {
        if (columns < 2 || columns > MAX_COLUMNS || Integer.bitCount(columns) != 1) {
            throw new UserMessageException("Terms cannot be hashed to " + columns + " columns.");
        }
    }

    /** @return hashed terms with the default number of columns */
    public static HashedTerms of(final Gram gram) {
        return new HashedTerms(gram, COLUMNS[gram.ordinal()]);
    }

    @Override
    public SparseRows count(final Texts texts, final Progress progress) {
        return sums(texts, code -> 1, progress);
    }

    /** Columns where the signed counts sum to 0 are omitted. */
    @Override
    public SparseRows signed(final Texts texts, final Progress progress) {
        return sums(texts, code -> code < 0 ? -1 : 1, progress); // the column uses other bits
    }

    private SparseRows sums(final Texts texts, final IntUnaryOperator valueOf, final Progress progress) {
        final var builder = new SparseBuilder(texts.size(), columns);
        texts.each(words -> {
            final var counter = new TermCounter();
            gram.of(words, term -> {
                final var code = code(term);
                counter.add(code & columns - 1, valueOf.applyAsInt(code));
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

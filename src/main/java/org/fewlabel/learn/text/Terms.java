package org.fewlabel.learn.text;

import org.fewlabel.device.Progress;

/** The terms of one kind that count, each at a place of a row. */
public sealed interface Terms permits Vocabulary, HashedTerms {

    /** @return what the terms are */
    Gram gram();

    /** @return how many places a row has */
    int places();

    /**
     * @param texts the words of each
     * @return how often each text has the terms of each place; others are ignored
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    SparseRows count(Texts texts, Progress progress);

    /**
     * As {@link #count}, for products of rows: where several terms share a place, they count with different signs.
     *
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    default SparseRows signed(final Texts texts, final Progress progress) {
        return count(texts, progress);
    }
}

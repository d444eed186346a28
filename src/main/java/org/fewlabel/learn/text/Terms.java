package org.fewlabel.learn.text;

import org.fewlabel.device.Progress;

/** The terms of one kind that are counted, each in a column. */
public sealed interface Terms permits Vocabulary, HashedTerms {

    /** @return the kind of the terms */
    Gram gram();

    /** @return the number of columns */
    int columns();

    /**
     * @param texts the words of each
     * @return the counts of the terms of each column in each text; other terms are ignored
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    SparseRows count(Texts texts, Progress progress);

    /**
     * As {@link #count}, for dot products of rows: terms that share a column have random signs.
     *
     * @throws java.util.concurrent.CancellationException if the user canceled
     */
    default SparseRows signed(final Texts texts, final Progress progress) {
        return count(texts, progress);
    }
}

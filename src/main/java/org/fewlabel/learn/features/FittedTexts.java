package org.fewlabel.learn.features;

import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import org.fewlabel.learn.data.TextColumn;

/**
 * A cache of the text vectors fitted on texts that are still in use. The fit does not use labels, and methods that are
 * compared need the same texts again and again. Entries are dropped when memory is short, or with the texts.
 */
final class FittedTexts {

    /** Keys are compared by identity, for arrays do not override {@code equals}. */
    private static final Map<String[],
        SoftReference<TextVectors.Fitted>> CACHE = Collections.synchronizedMap(new WeakHashMap<>());

    private FittedTexts() {
    }

    /** @return the result of a fit on the same array of texts, with the same hashing; {@code null} if there is none */
    static TextVectors.Fitted of(final TextColumn column) {
        final var reference = CACHE.get(column.texts());
        final var fitted = reference == null ? null : reference.get();
        return fitted == null || fitted.hashed() != column.hashed() ? null : fitted;
    }

    /** @param fitted on the texts; {@code null} if there was no result */
    static void keep(final TextColumn column, final TextVectors.Fitted fitted) {
        if (fitted != null) {
            CACHE.put(column.texts(), new SoftReference<>(fitted));
        }
    }
}

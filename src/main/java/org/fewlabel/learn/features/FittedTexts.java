package org.fewlabel.learn.features;

import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import org.fewlabel.learn.data.TextColumn;

/**
 * What was fitted on texts that are still in use. No label goes into it, and whoever compares ways asks for the same
 * texts again and again. Given up when memory is short, or when the texts are.
 */
final class FittedTexts {

    /** Arrays are told apart by what they are, not by what they hold. */
    private static final Map<String[],
        SoftReference<TextVectors.Fitted>> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private FittedTexts() {
    }

    /** @return what was fitted on these very texts, to be hashed or not; {@code null} if that is not known */
    static TextVectors.Fitted of(final TextColumn column) {
        final var reference = KNOWN.get(column.texts());
        final var fitted = reference == null ? null : reference.get();
        return fitted == null || fitted.hashed() != column.hashed() ? null : fitted;
    }

    /** @param fitted on the texts; {@code null} if nothing could be */
    static void keep(final TextColumn column, final TextVectors.Fitted fitted) {
        if (fitted != null) {
            KNOWN.put(column.texts(), new SoftReference<>(fitted));
        }
    }
}

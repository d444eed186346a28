package org.fewlabel.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Columns that are not used although nobody has deselected them, reason by reason, in words. */
final class LeftOut {

    private static final int MOST_NAMED = 5;

    /** Why a column is not used. */
    enum Reason {
        TYPE("its type cannot be read as a feature", "their types cannot be read as features"),
        LENGTHS("its vectors differ in length", "their vectors differ in length"),
        IMAGE_SIZE("its vectors do not fit the image size", "their vectors do not fit the image size"),
        MEMORY("it does not fit in memory", "they do not fit in memory"),
        CELLS("its cells cannot be read", "their cells cannot be read"),
        IMAGES("none of its images can be used", "none of their images can be used"),
        MISSING("all its cells are missing", "all their cells are missing"),
        EMBEDDED("the embedding was made of such columns", "the embedding was made of such columns", true),
        EMBEDDING("an encoder has made it", "an encoder has made them", true),
        LABEL("it looks like a column of labels", "they look like columns of labels", true),
        /** It has its place in another setting: nobody need be told. */
        ELSEWHERE("", "");

        private final String one;

        private final String several;

        private final boolean byRule;

        Reason(final String one, final String several) {
            this(one, several, false);
        }

        /** @param byRule whether the dialog shows such a column as chosen: until the user has moved a column there */
        Reason(final String one, final String several, final boolean byRule) {
            this.one = one;
            this.several = several;
            this.byRule = byRule;
        }
    }

    private final Map<Reason, List<String>> columns = new EnumMap<>(Reason.class);

    /** @param detail what there is to say of the column itself, in a few words; may be empty */
    void add(final Reason reason, final String column, final String detail) {
        columns.computeIfAbsent(reason, r -> new ArrayList<>())
            .add("\"" + column + "\"" + (detail.isEmpty() ? "" : " (" + detail + ")"));
    }

    /** @return a sentence for each reason, in a list of the caller's own */
    List<String> sentences() {
        final var sentences = new ArrayList<String>();
        columns.forEach((reason, names) -> {
            if (reason != Reason.ELSEWHERE) {
                final var one = names.size() == 1;
                final var it = one ? "it" : "them";
                sentences.add("Left out because " + (one ? reason.one : reason.several) + ": " + listed(names)
                    + (reason.byRule ? "; to use " + it + ", exclude and include " + it + " again in the dialog."
                        : "."));
            }
        });
        return sentences;
    }

    private static String listed(final List<String> names) {
        final var more = names.size() - MOST_NAMED;
        return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)))
            + (more > 0 ? " and " + more + " more" : "");
    }
}

package org.fewlabel.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Columns that are ignored although the user has not excluded them, by reason, in words. */
final class LeftOut {

    private static final int MAX_NAMED = 5;

    /** The severity of a reason. */
    private enum Weight {
        /** A column that looks usable is not used. */
        WARNING,
        /** A warning, since the dialog shows the column as included until the user excludes it. */
        BY_RULE,
        /** Routine. */
        FACT,
        /** Not reported. */
        NONE
    }

    /** Why a column is not used. */
    enum Reason {
        /** The type is never offered in the dialog, so this is routine. */
        TYPE("its type cannot be read as a feature", "their types cannot be read as features", Weight.FACT),
        /** Like {@link #TYPE}, for a selected column. */
        CHANGED_TYPE("its type cannot be read as a feature", "their types cannot be read as features"),
        LENGTHS("its vectors differ in length", "their vectors differ in length"),
        IMAGE_SIZE("its vectors do not fit the image size", "their vectors do not fit the image size"),
        MEMORY("it does not fit in memory", "they do not fit in memory"),
        CELLS("its cells cannot be read", "their cells cannot be read"),
        IMAGES("none of its images can be used", "none of their images can be used"),
        MISSING("all its cells are missing", "all their cells are missing", Weight.FACT),
        EMBEDDED("the embedding was computed from it", "the embedding was computed from them", Weight.BY_RULE),
        EMBEDDING("it is an embedding", "they are an embedding", Weight.BY_RULE),
        LABEL("it looks like a column of labels", "they look like columns of labels", Weight.BY_RULE),
        /** The column belongs to another setting. */
        ELSEWHERE("", "", Weight.NONE);

        private final String one;

        private final String several;

        private final Weight weight;

        Reason(final String one, final String several) {
            this(one, several, Weight.WARNING);
        }

        Reason(final String one, final String several, final Weight weight) {
            this.one = one;
            this.several = several;
            this.weight = weight;
        }
    }

    private final Map<Reason, List<String>> columns = new EnumMap<>(Reason.class);

    /** @param detail on the column itself, in a few words; may be empty */
    void add(final Reason reason, final String column, final String detail) {
        columns.computeIfAbsent(reason, r -> new ArrayList<>())
            .add("\"" + column + "\"" + (detail.isEmpty() ? "" : " (" + detail + ")"));
    }

    /** @return one sentence per reason */
    Report report() {
        final var report = new Report();
        columns.forEach((reason, names) -> {
            final var one = names.size() == 1;
            final var it = one ? "it" : "them";
            final var sentence = "Ignored because " + (one ? reason.one : reason.several) + ": " + listed(names);
            switch (reason.weight) {
                case WARNING -> report.warn(sentence + ".");
                case BY_RULE -> report.warn(
                    sentence + "; to use " + it + ", exclude and include " + it + " again in the dialog.");
                case FACT -> report.fact(sentence + ".");
                default -> {
                    // belongs to another setting
                }
            }
        });
        return report;
    }

    private static String listed(final List<String> names) {
        final var more = names.size() - MAX_NAMED;
        return String.join(", ", names.subList(0, Math.min(names.size(), MAX_NAMED)))
            + (more > 0 ? " and " + more + " more" : "");
    }
}

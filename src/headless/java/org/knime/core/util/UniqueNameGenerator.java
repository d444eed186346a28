package org.knime.core.util;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives each name once. A name that is taken gets a number: <i>x</i>, <i>x (#1)</i>, <i>x (#2)</i>. */
public final class UniqueNameGenerator {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\(#(\\d+)\\)");

    private final Set<String> taken = new HashSet<>();

    /** @param names the names that are taken, {@code null} for none */
    public UniqueNameGenerator(final Set<String> names) {
        if (names != null) {
            taken.addAll(names);
        }
    }

    /**
     * @param suggested a wish
     * @return the wish without blanks around it, with a number if that is taken; nobody gets it again. A wish that
     *         has a number already, and is taken, counts on from there.
     */
    public String newName(final String suggested) {
        final var wish = Objects.requireNonNull(suggested, "A name is needed.").trim();
        if (taken.add(wish)) {
            return wish;
        }
        final var numbered = NUMBERED.matcher(wish);
        final var base = numbered.matches() ? numbered.group(1) : wish;
        var number = numbered.matches() ? next(numbered.group(2)) : 1;
        while (!taken.add(base + " (#" + number + ")")) {
            number++;
        }
        return base + " (#" + number + ")";
    }

    /** A number that is too large for a whole number is passed over: counting begins anew. */
    private static int next(final String number) {
        try {
            return Integer.parseInt(number) + 1;
        } catch (final NumberFormatException tooLarge) {
            return 1;
        }
    }
}

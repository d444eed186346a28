package org.fewlabel.table;

import java.util.List;
import java.util.Locale;

/** Numbers and lists as words, for messages. */
public final class Text {

    private static final int MOST_NAMES = 5;

    private Text() {
    }

    /** @return such as "1 row" or "7 rows" */
    public static String count(final long number, final String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** @return with at most one digit behind the point, such as "87.5 %" or "100 %" */
    public static String percent(final double fraction) {
        return points(fraction) + " %";
    }

    /** @return hundred times a fraction with at most one digit behind the point, such as "87.5" or "100" */
    public static String points(final double fraction) {
        final var text = tenths(fraction);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** @return the difference of two fractions, such as "1.0 percentage points" */
    public static String percentagePoints(final double difference) {
        return tenths(difference) + " percentage points";
    }

    /** @return the 95 % interval of a difference of two fractions, such as "95 % interval -0.5 to 1.7" */
    public static String interval(final double low, final double high) {
        return "95 % interval " + tenths(low) + " to " + tenths(high);
    }

    private static String tenths(final double fraction) {
        final var text = String.format(Locale.ROOT, "%.1f", 100 * fraction);
        return text.equals("-0.0") ? "0.0" : text;
    }

    /** @return the names in quotes, the first five of them */
    public static String quoted(final List<String> names) {
        final var text = new StringBuilder();
        for (var i = 0; i < Math.min(names.size(), MOST_NAMES); i++) {
            text.append(i == 0 ? "" : ", ").append('"').append(names.get(i)).append('"');
        }
        return names.size() > MOST_NAMES ? text + " and " + (names.size() - MOST_NAMES) + " more" : text.toString();
    }
}

package org.knime.core.node.config.base;

/**
 * How KNIME writes characters that XML must not have, or might lose: as two percent signs and five decimal digits. Two
 * percent signs in a row are written so themselves.
 */
final class XmlText {

    private static final int LAST_PLAIN = 0xd7ff;

    private static final int DIGITS = 5;

    private XmlText() {
    }

    static String escape(final String text) {
        final var escaped = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            final var c = text.charAt(i);
            if (c < ' ' || c > LAST_PLAIN || text.startsWith("%%", i)) {
                escaped.append("%%").append(String.format("%0" + DIGITS + "d", (int)c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(final String text) {
        final var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            if (text.startsWith("%%", i) && hasDigits(text, i + 2)) {
                plain.append((char)Integer.parseInt(text.substring(i + 2, i + 2 + DIGITS)));
                i += 1 + DIGITS;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private static boolean hasDigits(final String text, final int from) {
        return from + DIGITS <= text.length()
            && text.substring(from, from + DIGITS).chars().allMatch(c -> c >= '0' && c <= '9');
    }
}

package org.fewlabel.headless.cli;

/**
 * Texts on a terminal. Texts from a workflow or from data may contain control characters, which could manipulate a
 * terminal; they are removed.
 */
final class Texts {

    private static final String MORE = "…";

    /**
     * First and last code points of the ranges of characters that are two columns wide (Unicode's East Asian Width).
     */
    private static final int[][] WIDE = {{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

    private Texts() {
    }

    /** @return the text in one line, with a blank for each control character */
    static String plain(final String text) {
        final var result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> result.appendCodePoint(isControl(c) ? ' ' : c));
        return result.toString();
    }

    private static boolean isControl(final int c) {
        final var type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT && c != 0x200D || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE;
    }

    /** @return the width of the text in columns of a terminal */
    static int width(final String text) {
        return text.codePoints().map(Texts::width).sum();
    }

    private static int width(final int c) {
        final var type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (final var range : WIDE) {
            if (c >= range[0] && c <= range[1]) {
                return 2;
            }
        }
        return 1;
    }

    /** @return the text, or its beginning and an ellipsis if it is wider than that */
    static String fit(final String text, final int columns) {
        if (width(text) <= columns) {
            return text;
        }
        final var result = new StringBuilder();
        int used = 1;
        for (final int c : text.codePoints().toArray()) {
            used += width(c);
            if (used > columns) {
                break;
            }
            result.appendCodePoint(c);
        }
        return result + MORE;
    }

    /** @return the text padded with blanks at its end or beginning to a width */
    static String pad(final String text, final int columns, final boolean right) {
        final var blanks = " ".repeat(Math.max(0, columns - width(text)));
        return right ? blanks + text : text + blanks;
    }
}

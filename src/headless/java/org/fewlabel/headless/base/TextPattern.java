package org.fewlabel.headless.base;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.knime.core.node.InvalidSettingsException;

/** Patterns as users write them: wildcards or regular expressions that must match a whole text. */
final class TextPattern {

    private TextPattern() {
    }

    /**
     * @param text the pattern
     * @param regex whether it is a regular expression; otherwise {@code *} stands for any characters and {@code ?} for
     *             one
     * @param caseSensitive whether upper and lower case differ
     * @throws InvalidSettingsException if it is no pattern
     */
    static Pattern compile(final String text, final boolean regex, final boolean caseSensitive)
        throws InvalidSettingsException {
        final var flags = Pattern.DOTALL | Pattern.MULTILINE | (caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
        try {
            return Pattern.compile(regex ? text : fromWildcards(text), flags);
        } catch (PatternSyntaxException e) {
            throw new InvalidSettingsException("'" + text + "' is no regular expression: " + e.getDescription(), e);
        }
    }

    private static String fromWildcards(final String text) {
        final var result = new StringBuilder();
        text.codePoints().forEach(c -> result.append(switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(c));
        }));
        return result.toString();
    }
}

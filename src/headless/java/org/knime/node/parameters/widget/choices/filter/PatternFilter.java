package org.knime.node.parameters.widget.choices.filter;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.knime.node.parameters.persistence.Persistable;

/** Names chosen by a pattern. */
final class PatternFilter implements Persistable {

    String m_pattern = "";

    boolean m_isCaseSensitive;

    boolean m_isInverted;

    /** @throws java.util.regex.PatternSyntaxException if the pattern is no regular expression */
    Predicate<String> regex() {
        final var pattern = Pattern.compile("^" + cased(m_pattern) + "$");
        return directed(m_pattern.isEmpty() ? name -> false : pattern.asPredicate());
    }

    /** {@code *} stands for any text, {@code ?} for one character. */
    Predicate<String> wildcard() {
        final var regex = new StringBuilder();
        cased(m_pattern).chars().forEach(c -> {
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf((char)c)));
            }
        });
        return directed(Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate());
    }

    private Predicate<String> directed(final Predicate<String> predicate) {
        final Predicate<String> asWritten = name -> predicate.test(cased(name));
        return m_isInverted ? asWritten.negate() : asWritten;
    }

    private String cased(final String text) {
        return m_isCaseSensitive ? text : text.toLowerCase(Locale.getDefault());
    }
}

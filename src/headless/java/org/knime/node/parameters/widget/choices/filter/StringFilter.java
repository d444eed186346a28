package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.knime.node.parameters.persistence.Persistable;

/** Chooses names by hand or by a pattern. */
public class StringFilter implements Persistable {

    /** How names are chosen. */
    enum Mode {
        MANUAL, REGEX, WILDCARD
    }

    Mode m_mode;

    PatternFilter m_patternFilter;

    ManualFilter m_manualFilter;

    /** Chooses no name. */
    public StringFilter() {
        this(new String[0]);
    }

    /** @param initialSelected the names that are chosen by hand */
    public StringFilter(final String[] initialSelected) {
        m_mode = Mode.MANUAL;
        m_patternFilter = new PatternFilter();
        m_manualFilter = new ManualFilter(Objects.requireNonNull(initialSelected));
    }

    /** @param initialSelected the names that are chosen by hand */
    public StringFilter(final List<String> initialSelected) {
        this(initialSelected.toArray(String[]::new));
    }

    /** Names that were unknown when the user chose by hand are no longer chosen. */
    public void excludeUnknownColumn() {
        m_manualFilter.m_includeUnknownColumns = false;
    }

    /** @return those of the given names that are chosen, in the given order */
    public String[] filter(final String[] choices) {
        final var predicate = switch (m_mode) {
            case MANUAL -> m_manualFilter.predicate();
            case REGEX -> m_patternFilter.regex();
            case WILDCARD -> m_patternFilter.wildcard();
        };
        return Stream.of(choices).filter(predicate).toArray(String[]::new);
    }

    /**
     * @return where names are chosen by hand, the chosen names that are not among the given ones; otherwise the same as
     *         {@link #filter}
     */
    public String[] getMissingSelected(final String[] choices) {
        return m_mode == Mode.MANUAL ? m_manualFilter.missing(choices) : filter(choices);
    }
}

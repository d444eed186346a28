package org.knime.node.parameters.widget.choices.filter;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.node.parameters.persistence.Persistable;

/**
 * Chooses names by hand, by a pattern or by type.
 *
 * @param <T> how types are chosen
 */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {

    /** How names are chosen. */
    enum Mode {
        MANUAL, REGEX, WILDCARD, TYPE
    }

    Mode m_mode;

    PatternFilter m_patternFilter;

    ManualFilter m_manualFilter;

    /** Which types are chosen. */
    public T m_typeFilter;

    /**
     * Chooses names by hand.
     *
     * @param initialSelected the chosen names
     * @param defaultTypeFilter which types are chosen once the user chooses by type
     */
    protected TypedStringFilter(final String[] initialSelected, final T defaultTypeFilter) {
        m_mode = Mode.MANUAL;
        m_patternFilter = new PatternFilter();
        m_manualFilter = new ManualFilter(Objects.requireNonNull(initialSelected));
        m_typeFilter = defaultTypeFilter;
    }

    /**
     * Chooses names by hand.
     *
     * @param initialSelected the chosen names
     * @param defaultTypeFilter which types are chosen once the user chooses by type
     */
    protected TypedStringFilter(final List<String> initialSelected, final T defaultTypeFilter) {
        this(initialSelected.toArray(String[]::new), defaultTypeFilter);
    }

    /** @param value whether names that were unknown when the user chose by hand are chosen too */
    protected void setIncludeUnknownValues(final boolean value) {
        m_manualFilter.m_includeUnknownColumns = value;
    }

    /** @return the names that were chosen by hand and are not among the given ones */
    protected String[] getMissingSelected(final String[] choices) {
        Objects.requireNonNull(choices);
        return m_mode == Mode.MANUAL ? m_manualFilter.missing(choices) : new String[0];
    }

    /**
     * @param choices all names
     * @param getSelectedFromTypeFilter gives the chosen names where they are chosen by type
     * @return the chosen names in the given order
     */
    protected String[] getSelected(final String[] choices, final Function<T, String[]> getSelectedFromTypeFilter) {
        Objects.requireNonNull(choices);
        if (m_mode == Mode.TYPE) {
            return getSelectedFromTypeFilter.apply(m_typeFilter);
        }
        return Stream.of(choices).filter(getStringFilterPredicate()).toArray(String[]::new);
    }

    /**
     * @return whether a name is chosen
     * @throws IllegalStateException if names are chosen by type
     */
    protected Predicate<String> getStringFilterPredicate() {
        return switch (m_mode) {
            case MANUAL -> m_manualFilter.predicate();
            case REGEX -> m_patternFilter.regex();
            case WILDCARD -> m_patternFilter.wildcard();
            case TYPE -> throw new IllegalStateException("A name alone does not tell whether its type is chosen.");
        };
    }
}

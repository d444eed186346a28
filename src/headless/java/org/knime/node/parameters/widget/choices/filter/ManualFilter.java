package org.knime.node.parameters.widget.choices.filter;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.node.parameters.persistence.Persistable;

/** Names chosen by hand. Names that were in neither list when the dialog was open are the unknown ones. */
final class ManualFilter implements Persistable {

    String[] m_manuallySelected = new String[0];

    String[] m_manuallyDeselected = new String[0];

    boolean m_includeUnknownColumns;

    ManualFilter() {
    }

    ManualFilter(final String[] selected) {
        m_manuallySelected = selected;
    }

    Predicate<String> predicate() {
        if (m_includeUnknownColumns) {
            return Predicate.not(Set.of(m_manuallyDeselected)::contains);
        }
        return Set.of(m_manuallySelected)::contains;
    }

    String[] missing(final String[] choices) {
        if (m_includeUnknownColumns) {
            return new String[0];
        }
        return Stream.of(m_manuallySelected).filter(Predicate.not(Set.of(choices)::contains)).toArray(String[]::new);
    }
}

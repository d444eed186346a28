package org.knime.node.parameters.widget.choices.filter;

import java.util.function.Consumer;

/** Takes a filter to pieces, and makes one of pieces: names, flags and patterns instead of KNIME's internal classes. */
public class LegacyFilterUtil {

    private LegacyFilterUtil() {
    }

    /** Takes how names are chosen by a pattern. */
    public interface PatternDataSaver {

        /**
         * @param pattern what names have to match
         * @param caseSensitive whether upper and lower case differ
         * @param inverted whether the names are chosen that do not match
         * @param mode what kind of pattern it is; wildcards if names are not chosen by a pattern
         */
        void save(String pattern, boolean caseSensitive, boolean inverted, PatternMode mode);
    }

    /** Kinds of patterns. */
    public enum PatternMode {
        WILDCARD, REGEX
    }

    /**
     * @param columnFilter is taken to pieces
     * @param modeSaver takes how columns are chosen
     * @param manuallySelectedSaver takes the names chosen by hand
     * @param manuallyDeselectedSaver takes the names left out by hand
     * @param includeUnknownColumnsSaver takes whether names in neither list are chosen
     * @param patternDataSaver takes the pattern
     * @param selectedTypesSaver takes the ids of the chosen types
     */
    public static void saveColumnFilter(final ColumnFilter columnFilter,
        final Consumer<ColumnFilterBuilder.Mode> modeSaver, final Consumer<String[]> manuallySelectedSaver,
        final Consumer<String[]> manuallyDeselectedSaver, final Consumer<Boolean> includeUnknownColumnsSaver,
        final PatternDataSaver patternDataSaver, final Consumer<String[]> selectedTypesSaver) {
        final var mode = columnFilter.m_mode;
        modeSaver.accept(ColumnFilterBuilder.Mode.valueOf(mode.name()));
        final var manual = columnFilter.m_manualFilter;
        manuallySelectedSaver.accept(manual.m_manuallySelected);
        manuallyDeselectedSaver.accept(manual.m_manuallyDeselected);
        includeUnknownColumnsSaver.accept(manual.m_includeUnknownColumns);
        final var pattern = columnFilter.m_patternFilter;
        patternDataSaver.save(pattern.m_pattern, pattern.m_isCaseSensitive, pattern.m_isInverted,
            mode == TypedStringFilter.Mode.REGEX ? PatternMode.REGEX : PatternMode.WILDCARD);
        selectedTypesSaver.accept(columnFilter.m_typeFilter.m_selectedTypes);
    }

    /** Makes a column filter; without more it chooses no column, by hand. */
    public static final class ColumnFilterBuilder {

        private final ColumnFilter filter = new ColumnFilter();

        /** How columns are chosen. */
        public enum Mode {
            MANUAL, REGEX, WILDCARD, TYPE
        }

        /** Begins with a filter that chooses no column. */
        public ColumnFilterBuilder() {
            // the filter is there
        }

        /** @return this, whose filter chooses columns in that way */
        public ColumnFilterBuilder withMode(final Mode mode) {
            filter.m_mode = TypedStringFilter.Mode.valueOf(mode.name());
            return this;
        }

        /** @return this, whose filter chooses these names by hand */
        public ColumnFilterBuilder withManuallySelected(final String[] manuallySelected) {
            filter.m_manualFilter.m_manuallySelected = manuallySelected;
            return this;
        }

        /** @return this, whose filter leaves out these names by hand */
        public ColumnFilterBuilder withManuallyDeselected(final String[] manuallyDeselected) {
            filter.m_manualFilter.m_manuallyDeselected = manuallyDeselected;
            return this;
        }

        /** @return this, whose filter chooses names in neither list, or does not */
        public ColumnFilterBuilder withIncludeUnknownColumns(final boolean includeUnknownColumns) {
            filter.m_manualFilter.m_includeUnknownColumns = includeUnknownColumns;
            return this;
        }

        /** @return this, whose filter has that pattern */
        public ColumnFilterBuilder withPattern(final String pattern) {
            filter.m_patternFilter.m_pattern = pattern;
            return this;
        }

        /** @return the filter */
        public ColumnFilter build() {
            return filter;
        }
    }
}

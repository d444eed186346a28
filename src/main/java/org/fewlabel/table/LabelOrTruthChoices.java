package org.fewlabel.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** Offers in a dialog the columns that may hold labels, and those in which Label Masker has kept hidden ones. */
public final class LabelOrTruthChoices implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return LabelColumn.isCandidate(column)
            && (!ColumnNames.isReserved(column.getName()) || ColumnNames.isTruth(column.getName()));
    }
}

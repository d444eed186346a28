package org.fewlabel.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** Offers in a dialog the columns that may hold labels. */
public final class LabelColumnChoices implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return LabelColumn.isCandidate(column) && !ColumnNames.isReserved(column.getName());
    }
}

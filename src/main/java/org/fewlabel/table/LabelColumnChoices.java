package org.fewlabel.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** The choices of a dialog for the label column. */
public final class LabelColumnChoices implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return LabelColumn.isCandidate(column) && !ColumnNames.isReserved(column.getName());
    }
}

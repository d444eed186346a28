package org.fewlabel.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** The choices of a dialog for a column with labels or with labels hidden by Label Masker. */
public final class LabelOrTruthChoices implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return LabelColumn.isCandidate(column)
            && (!ColumnNames.isReserved(column.getName()) || ColumnNames.isTruth(column.getName()));
    }
}

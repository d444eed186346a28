package org.fewlabel.table.sound;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** Offers in a dialog the columns that may hold recordings. */
public final class RecordingColumnChoices implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return RecordingColumn.isCandidate(column);
    }
}

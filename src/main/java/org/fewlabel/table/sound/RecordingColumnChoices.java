package org.fewlabel.table.sound;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** The choices of a dialog for the column of recordings. */
public final class RecordingColumnChoices implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return RecordingColumn.isCandidate(column);
    }
}

package org.fewlabel.table;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** The choices of a dialog for the label column, the most likely ones first. */
public final class LabelColumnChoices implements ColumnChoicesProvider {

    @Override
    public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        return input.getInTableSpec(0)
            .map(spec -> LabelColumn.likelyFirst(spec, column -> !ColumnNames.isReserved(column.getName())))
            .orElseGet(List::of);
    }
}

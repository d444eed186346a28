package org.fewlabel.table;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** The choices of a dialog for a column with labels, those with labels hidden by Label Masker first. */
public final class LabelOrTruthChoices implements ColumnChoicesProvider {

    @Override
    public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        return input.getInTableSpec(0).map(LabelColumn::orTruth).orElseGet(List::of);
    }
}

package org.fewlabel.table;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** Offers in a dialog the columns that may hold labels, and first those in which Label Masker has kept hidden ones. */
public final class LabelOrTruthChoices implements ColumnChoicesProvider {

    @Override
    public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        return input.getInTableSpec(0).map(LabelColumn::orTruth).orElseGet(List::of);
    }
}

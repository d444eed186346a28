package org.fewlabel.table;

import java.util.List;
import java.util.function.Supplier;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;

/** Offers in a dialog the columns that may be features: all but the label, whichever the user has chosen as that. */
public final class FeatureColumnChoices implements ColumnChoicesProvider {

    private Supplier<String> label;

    @Override
    public void init(final StateProviderInitializer initializer) {
        label = initializer.computeFromValueSupplier(LabelReference.class);
        ColumnChoicesProvider.super.init(initializer);
    }

    @Override
    public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        return input.getInTableSpec(0).map(spec -> Features.choices(spec, label.get())).orElseGet(List::of);
    }
}
